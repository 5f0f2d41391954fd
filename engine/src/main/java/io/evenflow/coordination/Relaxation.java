package io.evenflow.coordination;

import io.evenflow.interior.Chain;
import io.evenflow.interior.ChainProgram;
import io.evenflow.interior.ChainSolution;
import io.evenflow.interior.InteriorPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole problem as a linear program: every resource as its {@link Reservoir}, or as what lies
 * between its bounds, couplings as curves or as the cuts found so far. Its prices are near the best
 * there are: resources that answer to them prove a bound at once that price rounds take long to
 * reach.
 */
final class Relaxation {
  /** Of rows in their units, and of the gap relative to the objective: prices need no more. */
  private static final double TOLERANCE = 1e-6;

  /** A careful figure for one core of a slow machine. */
  private static final double MULTIPLICATIONS_PER_SECOND = 5e8;

  /** Nor does it begin what would take more; that also keeps its factors small. Unit: s */
  private static final double MOST_SECONDS = 60;

  private final Problem problem;
  private final Cuts cuts;
  private final Node node;
  private final BooleanSupplier stop;
  private final int[] blockOfRow;

  /** A cut of a coupling, and its number in the program. */
  private record Used(Cut cut, int number) {}

  private Relaxation(Problem problem, Cuts cuts, Node node, BooleanSupplier stop) {
    this.problem = problem;
    this.cuts = cuts;
    this.node = node;
    this.stop = stop;
    int[] places = IntStream.of(problem.rows().place()).distinct().sorted().toArray();
    blockOfRow =
        IntStream.of(problem.rows().place())
            .map(place -> Arrays.binarySearch(places, place))
            .toArray();
  }

  /**
   * The relaxation of a problem; null where some resource has no linear picture.
   *
   * @param node of which it shall prove a bound: only cuts that hold in its regions count
   */
  static @Nullable Relaxation of(Problem problem, Cuts cuts, Node node, BooleanSupplier stop) {
    for (Resource resource : problem.resources()) {
      if (!resource.isConvex() && resource.reservoir() == null) {
        return null;
      }
    }
    return new Relaxation(problem, cuts, node, stop);
  }

  /**
   * Prices at its optimum, with the cuts known now.
   *
   * @param seconds that may be left: it does not begin what would take all of them
   * @return null where it had to end early or could not be solved; nobody leads
   */
  @Nullable Prices solve(double seconds) {
    ChainProgram program = new ChainProgram(blockOfRow, problem.rows().price());
    problem.resources().forEach(resource -> add(resource, program));
    List<Coupling> couplings = problem.couplings();
    int[] curve = new int[couplings.size()];
    List<List<Used>> used = new ArrayList<>();
    for (int c = 0; c < curve.length; c++) {
      Coupling coupling = couplings.get(c);
      Curve own = coupling.curve();
      curve[c] = own == null ? -1 : program.addCurve(coupling.rows(), own.ends(), own.slopes());
      used.add(own == null ? addCuts(c, program) : List.of());
      if (own == null && used.get(c).isEmpty()) {
        return null;
      }
    }
    InteriorPoint method = new InteriorPoint(program, stop);
    if (method.multiplications() > MULTIPLICATIONS_PER_SECOND * Math.min(seconds, MOST_SECONDS)) {
      return null;
    }
    ChainSolution solution = method.solve(TOLERANCE);
    return solution.isNear() ? prices(solution, curve, used) : null;
  }

  private List<Used> addCuts(int c, ChainProgram program) {
    int[] rows = problem.couplings().get(c).rows();
    int epigraph = program.addEpigraph();
    return cuts.of(c).stream()
        .filter(cut -> cut.holdsIn(node.regions()[c]))
        .map(cut -> new Used(cut, program.addCut(epigraph, cut.intercept(), rows, cut.gradient())))
        .toList();
  }

  private static void add(Resource resource, ChainProgram program) {
    Reservoir reservoir = resource.isConvex() ? null : resource.reservoir();
    if (reservoir == null) {
      int[] rows = resource.rows();
      for (int i = 0; i < rows.length; i++) {
        program.addBox(rows[i], resource.least(i), resource.most(i));
      }
      return;
    }
    int n = reservoir.rows().length;
    double[] fed = Arrays.stream(reservoir.least()).map(least -> -least).toArray();
    double[] lowest = new double[n];
    double[] miss = new double[n];
    for (int k = 0; k < n; k++) {
      boolean isWanted = reservoir.wanted()[k] > reservoir.lowest()[k];
      lowest[k] = Math.max(reservoir.wanted()[k], reservoir.lowest()[k]);
      miss[k] = isWanted ? reservoir.missingCost() : Double.POSITIVE_INFINITY;
    }
    program.add(
        new Chain(
            reservoir.rows(),
            reservoir.most(),
            fed,
            reservoir.filled(),
            reservoir.emptied(),
            lowest,
            reservoir.highest(),
            reservoir.movingCost(),
            miss,
            reservoir.worth()));
  }

  private Prices prices(ChainSolution solution, int[] curve, List<List<Used>> used) {
    double[] price = problem.rows().price().clone();
    double[] cost = new double[curve.length];
    double intercept = 0;
    double objective = solution.objective();
    int epigraphs = 0;
    for (int c = 0; c < curve.length; c++) {
      Coupling coupling = problem.couplings().get(c);
      Curve own = coupling.curve();
      if (own == null) {
        intercept += weigh(c, solution, used.get(c), price);
        cost[c] = solution.epigraph()[epigraphs++];
      } else {
        double slope = own.slopeNear(solution.slope()[curve[c]]);
        for (int row : coupling.rows()) {
          price[row] += slope;
        }
        intercept += own.intercept(slope);
        cost[c] = own.at(Arrays.stream(Problem.gather(coupling, solution.nodes())).sum());
        objective += own.costAtFirst();
      }
    }
    return new Prices(
        price, intercept, solution.nodes(), new Profile[0], mixed(solution), 0, cost, objective);
  }

  /** What each resource does, as far as its picture is right; of no cost. */
  private Profile[] mixed(ChainSolution solution) {
    Profile[] mixed = new Profile[problem.resources().size()];
    int chains = 0;
    int boxes = 0;
    for (int r = 0; r < mixed.length; r++) {
      Resource resource = problem.resources().get(r);
      int[] rows = resource.rows();
      double[] amounts = new double[rows.length];
      Reservoir reservoir = resource.isConvex() ? null : resource.reservoir();
      if (reservoir == null) {
        System.arraycopy(solution.boxes(), boxes, amounts, 0, rows.length);
        boxes += rows.length;
      } else {
        double[] own = solution.chains()[chains++];
        for (int k = 0; k < own.length; k++) {
          amounts[Arrays.binarySearch(rows, reservoir.rows()[k])] = own[k];
        }
      }
      mixed[r] = new Profile(amounts, 0);
    }
    return mixed;
  }

  /** Any weights that sum to 1 make a cut; see {@link CutRows#weigh}. */
  private double weigh(int c, ChainSolution solution, List<Used> own, double[] price) {
    double sum = own.stream().mapToDouble(each -> weight(each, solution)).sum();
    if (!(sum > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    int[] rows = problem.couplings().get(c).rows();
    double intercept = 0;
    for (Used each : own) {
      double weight = weight(each, solution) / sum;
      intercept += weight * each.cut().intercept();
      for (int k = 0; k < rows.length; k++) {
        price[rows[k]] += weight * each.cut().gradient()[k];
      }
    }
    return intercept;
  }

  private static double weight(Used cut, ChainSolution solution) {
    return Math.max(0, solution.weight()[cut.number()]);
  }
}
