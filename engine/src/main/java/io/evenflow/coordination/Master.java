package io.evenflow.coordination;

import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The master of the Dantzig–Wolfe decomposition (doi:10.1287/opre.8.1.101): whole profiles of
 * {@link Group}s of resources as columns with weights λ, each coupling's cost θ above its cuts,
 *
 * <pre>
 * min Σ θ + Σ price·n + Σ ownCost·λ
 * s.t. θ ≥ intercept + Σ gradient·n for every cut,  n = Σ amounts·λ by row,  Σ_columns λ = 1 per group
 * </pre>
 *
 * Its multipliers are prices of the rows. A group with one column only has no weight to choose: it
 * stands in the right-hand side until it gets a second one, which keeps the program small where
 * there are many.
 */
final class Master implements AutoCloseable {
  private final Problem problem;
  private final HighsModel model = new HighsModel();
  private final List<Group> groups;
  private final List<List<Column>> columns = new ArrayList<>();
  private final int[] convexityRow;

  /** Sums of the columns that stand alone, by row. */
  private final double[] base;

  /** Rows whose sum the model does not have yet. */
  private final BitSet moved = new BitSet();

  private final int[] theta;
  private final int[] amount;
  private final CutRows cutRows;

  Master(Problem problem, Cuts cuts, BooleanSupplier stop) {
    this.problem = problem;
    model.interruptedBy(stop);
    groups = Group.of(problem);
    convexityRow = new int[groups.size()];
    Arrays.fill(convexityRow, Column.ALONE);
    groups.forEach(group -> columns.add(new ArrayList<>(2)));
    base = new double[problem.rows().size()];
    amount = new int[base.length];
    theta = new int[problem.couplings().size()];
    double free = Double.POSITIVE_INFINITY;
    for (int row = 0; row < base.length; row++) {
      model.addRow(0, 0, new int[0], new double[0]);
      double price = problem.rows().price()[row];
      amount[row] = model.addColumn(price, -free, free, new int[] {row}, new double[] {1});
    }
    for (int c = 0; c < theta.length; c++) {
      theta[c] = model.addColumn(1, -free, free, new int[0], new double[0]);
    }
    cutRows = new CutRows(problem, model, cuts, theta, amount);
  }

  /** Looks at regions: the cuts that hold there, and no amounts beyond. */
  void focus(@Nullable Region[] regions, double missCost) {
    cutRows.focus(regions, missCost);
  }

  /** Takes the cuts found since. */
  void readCuts() {
    cutRows.readCuts();
  }

  /** Offers every group the profiles of its resources. */
  void offer(Profile[] profiles) {
    for (int g = 0; g < groups.size(); g++) {
      addColumn(g, groups.get(g).pick(profiles));
    }
  }

  /**
   * Offers profiles to the groups that have nothing as good at some prices.
   *
   * @param worth what a resource must save at least on average. Unit: currency
   * @return whether there was any
   */
  boolean offerWhereBetter(Profile[] profiles, double[] pricePerUnit, double worth) {
    boolean any = false;
    for (int g = 0; g < groups.size(); g++) {
      Group group = groups.get(g);
      Profile[] fresh = group.pick(profiles);
      double own = Double.POSITIVE_INFINITY;
      for (Column column : columns.get(g)) {
        own = Math.min(own, group.cost(problem, column.profiles(), pricePerUnit));
      }
      if (own - group.cost(problem, fresh, pricePerUnit) > worth * fresh.length) {
        any |= addColumn(g, fresh);
      }
    }
    return any;
  }

  /** Offers a group's profiles; false where it has them already. */
  private boolean addColumn(int g, Profile[] profiles) {
    List<Column> own = columns.get(g);
    for (Column column : own) {
      if (column.isNear(profiles)) {
        return false;
      }
    }
    if (own.isEmpty()) {
      own.add(new Column(profiles, Column.ALONE));
      moveBase(g, profiles, 1);
      return true;
    }
    if (own.size() == 1) {
      Column first = own.get(0);
      moveBase(g, first.profiles(), -1);
      convexityRow[g] = model.addRow(1, 1, new int[0], new double[0]);
      own.set(0, insert(g, first.profiles()));
    }
    own.add(insert(g, profiles));
    return true;
  }

  private void moveBase(int g, Profile[] profiles, double factor) {
    int[] rows = groups.get(g).rows();
    double[] sums = groups.get(g).amounts(profiles);
    for (int i = 0; i < rows.length; i++) {
      if (sums[i] != 0) {
        base[rows[i]] += factor * sums[i];
        moved.set(rows[i]);
      }
    }
  }

  private Column insert(int g, Profile[] profiles) {
    int[] rows = groups.get(g).rows();
    double[] sums = groups.get(g).amounts(profiles);
    int[] entryRows = new int[rows.length + 1];
    double[] values = new double[entryRows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (sums[i] != 0) {
        entryRows[count] = rows[i];
        values[count++] = -sums[i];
      }
    }
    entryRows[count] = convexityRow[g];
    values[count++] = 1;
    double ownCost = new Column(profiles, Column.ALONE).ownCost();
    int index =
        model.addColumn(
            ownCost,
            0,
            Double.POSITIVE_INFINITY,
            Arrays.copyOf(entryRows, count),
            Arrays.copyOf(values, count));
    return new Column(profiles, index);
  }

  /**
   * Solves the master from its last basis.
   *
   * @param seconds wall time, +∞ for none
   * @return null where it had to end early or could not be solved
   */
  @Nullable Prices solve(double seconds) {
    if (!solveModel(seconds)) {
      return null;
    }
    double[] x = model.x();
    double[] price = problem.rows().price().clone();
    List<Prices.Weight> weights = new ArrayList<>();
    double intercept = cutRows.weigh(model.rowDuals(), price, weights);
    double[] amounts = new double[base.length];
    Arrays.setAll(amounts, row -> x[amount[row]]);
    double[] cost = cutRows.costs(x);
    Profile[] leading = new Profile[problem.resources().size()];
    Profile[] mixed = new Profile[leading.length];
    int fractional = 0;
    for (int g = 0; g < groups.size(); g++) {
      fractional += lead(g, x, leading, mixed) < 1 - 1e-6 ? 1 : 0;
    }
    double objective = model.objective() + alone();
    return new Prices(
        price, intercept, amounts, leading, mixed, fractional, cost, objective, weights);
  }

  /** What a coupling asks of its rows, after the last solution. Unit: currency per unit. */
  double[] asked(int coupling) {
    return cutRows.asked(coupling, model.rowDuals());
  }

  /** From the last basis; where that fails numerically from none, then in other ways. */
  private boolean solveModel(double seconds) {
    moved.stream().forEach(row -> model.rowBounds(row, base[row], base[row]));
    moved.clear();
    model.timeLimit(Math.clamp(seconds, 0.01, 1e9));
    for (MasterAttempt attempt : MasterAttempt.values()) {
      attempt.prepare(model);
      HighsStatus status = model.solve();
      attempt.restore(model);
      if (status == HighsStatus.OPTIMAL) {
        return true;
      }
      if (status == HighsStatus.TIME_LIMIT || status == HighsStatus.INTERRUPTED) {
        return false;
      }
    }
    return false;
  }

  /** Own costs of the groups that are not in the model. */
  private double alone() {
    double sum = 0;
    for (List<Column> own : columns) {
      if (own.size() == 1) {
        sum += own.get(0).ownCost();
      }
    }
    return sum;
  }

  /**
   * Writes a group's leading profiles, or the mean of all where that is a profile too, and the mean
   * in any case; returns the weight of the leading ones.
   */
  private double lead(int g, double[] x, Profile[] leading, Profile[] mixed) {
    List<Column> own = columns.get(g);
    double[] weights = new double[own.size()];
    int first = 0;
    for (int i = 0; i < weights.length; i++) {
      int index = own.get(i).index();
      weights[i] = index == Column.ALONE ? 1 : Math.max(0, x[index]);
      first = weights[i] > weights[first] ? i : first;
    }
    int[] members = groups.get(g).members();
    boolean torn = weights[first] < 1 - 1e-6;
    boolean blended = torn;
    for (int m = 0; m < members.length; m++) {
      Profile mean = torn ? mean(members[m], own, m, weights) : null;
      leading[members[m]] = mean == null ? own.get(first).profiles()[m] : mean;
      mixed[members[m]] = torn ? mixture(own, m, weights) : leading[members[m]];
      blended &= mean != null;
    }
    return blended ? 1 : weights[first];
  }

  private static Profile mixture(List<Column> own, int member, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    double[] amounts = new double[own.getFirst().profiles()[member].amounts().length];
    double ownCost = 0;
    for (int i = 0; i < weights.length; i++) {
      Profile profile = own.get(i).profiles()[member];
      ownCost += weights[i] / sum * profile.ownCost();
      for (int k = 0; k < amounts.length && weights[i] > 0; k++) {
        amounts[k] += weights[i] / sum * profile.amounts()[k];
      }
    }
    return new Profile(amounts, ownCost);
  }

  private @Nullable Profile mean(int resource, List<Column> own, int member, double[] weights) {
    List<Profile> profiles = new ArrayList<>();
    for (Column column : own) {
      profiles.add(column.profiles()[member]);
    }
    double sum = Arrays.stream(weights).sum();
    double[] shares = Arrays.stream(weights).map(weight -> weight / sum).toArray();
    return problem.resources().get(resource).blend(profiles, shares);
  }

  @Override
  public void close() {
    model.close();
  }
}
