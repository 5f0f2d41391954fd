package io.evenflow.city.plan;

import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.solver.HighsModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One column of each group by a search in depth, where groups are few: programs of a hundred
 * columns and a dozen rows are milliseconds for it, and seconds for a solver that prepares itself
 * for larger ones.
 *
 * <pre>
 * min Σ c·z + Σ cost·e   s.t. Σ_group z = 1,  e ≥ least,  e ≥ row − upper  or  e ≥ lower − row
 * </pre>
 *
 * <p>What is chosen so far costs at least the reduced costs of the linear relaxation (whatever is
 * chosen costs the relaxation's optimum and these), and at least what rows cost if all others drew
 * the least, or the most.
 */
final class ChoiceSearch {
  /** Steps times rows after which it gives up: some tenths of a second. */
  private static final long MOST_WORK = 10_000_000;

  private static final double TOLERANCE = 1e-6;

  private final MixedIntegerProgram program;
  private final List<int[]> groups;
  private final double gap;

  /** By column of a group and row. */
  private final double[][] amount;

  private final List<Excess> excesses = new ArrayList<>();

  /** By depth and row, of the groups from there on. */
  private final double[][] leastAmount;

  private final double[][] mostAmount;

  /** By depth, of the groups from there on. */
  private final double[] leastCost;

  private final double[] leastReduced;

  /** By depth the columns of a group, those of least reduced cost first. */
  private final int[][] columns;

  /** Of columns by the relaxation, and what each choice costs at least beside them. */
  private double[] reduced = new double[0];

  private double base;

  private final int[] current;
  private int[] best = new int[0];
  private double bestCost = Double.POSITIVE_INFINITY;
  private long work;

  /**
   * What some rows have too much of, or too little; it costs +∞ where nothing may be.
   *
   * @param variable of the program, −1 for none
   */
  private record Excess(int variable, double cost, double least, boolean isAbove, int[] rows) {}

  /**
   * @param program whose other variables each stand for the excess of some rows
   * @param groups of binaries, each by its first variable and its size
   * @param gap part of the cost within which a choice is good enough
   */
  ChoiceSearch(MixedIntegerProgram program, List<int[]> groups, double gap) {
    this.program = program;
    this.gap = gap;
    this.groups = new ArrayList<>(groups);
    this.groups.sort(Comparator.comparingInt(group -> group[1]));
    int chosen = groups.stream().mapToInt(group -> group[0] + group[1]).max().orElse(0);
    amount = new double[chosen][program.rows()];
    readRows(chosen);
    columns = new int[groups.size()][];
    current = new int[groups.size()];
    leastAmount = new double[groups.size() + 1][program.rows()];
    mostAmount = new double[groups.size() + 1][program.rows()];
    leastCost = new double[groups.size() + 1];
    leastReduced = new double[groups.size() + 1];
  }

  private void readRows(int chosen) {
    List<List<Integer>> rowsOf = new ArrayList<>();
    boolean[] isAbove = new boolean[program.variables()];
    for (int v = 0; v < program.variables(); v++) {
      rowsOf.add(new ArrayList<>());
    }
    for (int row = 0; row < program.rows(); row++) {
      boolean hasAbove = false;
      boolean hasBelow = false;
      for (int k = program.rowStart()[row]; k < program.rowStart()[row + 1]; k++) {
        int v = program.rowVariable()[k];
        if (v < chosen) {
          amount[v][row] = program.rowValue()[k];
          continue;
        }
        rowsOf.get(v).add(row);
        isAbove[v] = program.rowValue()[k] < 0;
        hasAbove |= isAbove[v];
        hasBelow |= !isAbove[v];
      }
      double dear = Double.POSITIVE_INFINITY;
      if (!hasAbove && program.rowUpper()[row] < dear) {
        excesses.add(new Excess(-1, dear, 0, true, new int[] {row}));
      }
      if (!hasBelow && program.rowLower()[row] > -dear) {
        excesses.add(new Excess(-1, dear, 0, false, new int[] {row}));
      }
    }
    for (int v = chosen; v < program.variables(); v++) {
      int[] rows = rowsOf.get(v).stream().mapToInt(Integer::intValue).toArray();
      excesses.add(new Excess(v, program.cost()[v], program.lower()[v], isAbove[v], rows));
    }
  }

  /** Searches; false where there was too much to search. */
  boolean isComplete() {
    if (!relax()) {
      return false;
    }
    for (int depth = groups.size() - 1; depth >= 0; depth--) {
      look(depth);
    }
    exchange();
    work = 0;
    descend(0, program.constant(), base, new double[program.rows()]);
    return work <= MOST_WORK;
  }

  /** Changes one or two columns as long as that is cheaper: with a good choice less is searched. */
  private void exchange() {
    Arrays.setAll(current, depth -> columns[depth][0]);
    boolean isBetter = true;
    while (isBetter && work <= MOST_WORK) {
      isBetter = false;
      for (int one = 0; one < current.length; one++) {
        for (int other = one; other < current.length; other++) {
          isBetter |= exchange(one, other);
        }
      }
    }
  }

  private boolean exchange(int one, int other) {
    boolean isBetter = false;
    int[] kept = current.clone();
    double[] rows = new double[program.rows()];
    double[] next = new double[rows.length];
    for (int a : columns[one]) {
      for (int b : one == other ? new int[] {a} : columns[other]) {
        current[one] = a;
        current[other] = b;
        double cost = program.constant();
        Arrays.fill(rows, 0);
        for (int column : current) {
          cost += program.cost()[column];
          add(rows, amount[column], next);
          System.arraycopy(next, 0, rows, 0, rows.length);
        }
        work += rows.length;
        if (work <= MOST_WORK && cost + excessCost(rows, current.length) < bestCost - TOLERANCE) {
          bestCost = cost + excessCost(rows, current.length);
          best = current.clone();
          isBetter = true;
        }
      }
    }
    System.arraycopy(isBetter ? best : kept, 0, current, 0, kept.length);
    return isBetter;
  }

  /** The best point found, empty for none. */
  double[] point() {
    if (best.length == 0) {
      return new double[0];
    }
    double[] x = new double[program.variables()];
    double[] rows = new double[program.rows()];
    for (int column : best) {
      x[column] = 1;
      add(rows, amount[column], rows);
    }
    for (Excess excess : excesses) {
      if (excess.variable >= 0) {
        x[excess.variable] = amountOf(excess, rows, groups.size());
      }
    }
    return x;
  }

  private boolean relax() {
    try (HighsModel model = new HighsModel(program)) {
      model.integers(new boolean[program.variables()]);
      model.solve();
      if (!model.hasPoint()) {
        return false;
      }
      reduced = model.columnDuals();
      base = model.objective();
      double[] x = model.x();
      for (int v = 0; v < amount.length; v++) {
        base -= reduced[v] * x[v];
      }
      return true;
    }
  }

  /** What groups from a depth on do at least, their best columns first. */
  private void look(int depth) {
    int from = groups.get(depth)[0];
    columns[depth] =
        IntStream.range(from, from + groups.get(depth)[1])
            .boxed()
            .sorted(Comparator.comparingDouble(column -> reduced[column]))
            .mapToInt(Integer::intValue)
            .toArray();
    leastReduced[depth] = leastReduced[depth + 1] + reduced[columns[depth][0]];
    double cost = Double.POSITIVE_INFINITY;
    double[] least = new double[program.rows()];
    double[] most = new double[program.rows()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    for (int column : columns[depth]) {
      cost = Math.min(cost, program.cost()[column]);
      for (int row = 0; row < least.length; row++) {
        least[row] = Math.min(least[row], amount[column][row]);
        most[row] = Math.max(most[row], amount[column][row]);
      }
    }
    leastCost[depth] = leastCost[depth + 1] + cost;
    add(leastAmount[depth + 1], least, leastAmount[depth]);
    add(mostAmount[depth + 1], most, mostAmount[depth]);
  }

  private void descend(int depth, double cost, double relaxed, double[] rows) {
    work += rows.length;
    if (work > MOST_WORK || !isBelowBest(relaxed + leastReduced[depth])) {
      return;
    }
    double whole = cost + leastCost[depth] + excessCost(rows, depth);
    if (!isBelowBest(whole)) {
      return;
    }
    if (depth == groups.size()) {
      bestCost = whole;
      best = current.clone();
      return;
    }
    double[] next = new double[rows.length];
    for (int column : columns[depth]) {
      current[depth] = column;
      add(rows, amount[column], next);
      descend(depth + 1, cost + program.cost()[column], relaxed + reduced[column], next);
    }
  }

  private boolean isBelowBest(double cost) {
    return best.length == 0 ? cost < bestCost : cost < bestCost - gap * Math.abs(bestCost);
  }

  private double excessCost(double[] rows, int depth) {
    double cost = 0;
    for (Excess excess : excesses) {
      double amountOf = amountOf(excess, rows, depth);
      if (excess.variable >= 0) {
        cost += excess.cost * amountOf;
      } else if (amountOf > TOLERANCE) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return cost;
  }

  /** The least it can be, whatever groups from a depth on do. */
  private double amountOf(Excess excess, double[] rows, int depth) {
    double most = excess.least;
    for (int row : excess.rows) {
      double own =
          excess.isAbove
              ? rows[row] + leastAmount[depth][row] - program.rowUpper()[row]
              : program.rowLower()[row] - rows[row] - mostAmount[depth][row];
      most = Math.max(most, own);
    }
    return most;
  }

  private static void add(double[] one, double[] other, double[] sum) {
    for (int row = 0; row < sum.length; row++) {
      sum[row] = one[row] + other[row];
    }
  }
}
