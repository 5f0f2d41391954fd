package io.evenflow.coordination;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Optimises some resources exactly while all others keep what they do. */
final class Neighbourhood {
  /** Rows of the mixed-integer program hold to 1e-8; a tenfold of that, of the whole objective. */
  private static final double SOLVER_TOLERANCE = 1e-7;

  private final Problem problem;
  private final Couplings couplings;
  private final Cuts cuts;
  private final Node node;
  private final BooleanSupplier stop;

  /**
   * @param cuts all cuts known so far; new ones are added
   * @param node within whose regions it searches
   */
  Neighbourhood(Problem problem, Couplings couplings, Cuts cuts, Node node, BooleanSupplier stop) {
    this.problem = problem;
    this.couplings = couplings;
    this.cuts = cuts;
    this.node = node;
    this.stop = stop;
  }

  /**
   * What a neighbourhood gave.
   *
   * @param plan the best plan found, the given one where none is better
   * @param bound where all resources were chosen a lower bound of the node, else −∞
   * @param answers what couplings said of the program's last point, null for none
   */
  record Outcome(Plan plan, double bound, Answer @Nullable [] answers) {}

  /**
   * Searches around a plan.
   *
   * @param gap the answer is within this of the best for these resources. Unit: currency
   */
  Outcome improve(Plan plan, List<Integer> chosen, double gap, double seconds) {
    ResourceProgram resources =
        new ResourceProgram(problem, chosen, others(plan, chosen), node.regions());
    try (CutLoop loop =
        new CutLoop(problem, couplings, cuts, node, resources, resources.program(), plan)) {
      loop.startFromPlan();
      CutLoop.Outcome outcome = loop.solve(gap, seconds, stop);
      Plan found = outcome.plan();
      Plan best = found != null && found.objective() < plan.objective() ? found : plan;
      boolean all = chosen.size() == problem.resources().size();
      double bound =
          outcome.isProvenEmpty()
              ? Double.POSITIVE_INFINITY
              : outcome.bound() + loop.costElsewhere();
      return new Outcome(
          best, all ? safe(bound) : Double.NEGATIVE_INFINITY, all ? outcome.answers() : null);
    }
  }

  /** A mixed-integer solver's bound less what its tolerances may be worth. */
  private static double safe(double bound) {
    double slack = SOLVER_TOLERANCE * Math.max(1, Math.abs(bound));
    return Double.isInfinite(bound) ? bound : bound - slack;
  }

  private double[] others(Plan plan, List<Integer> chosen) {
    double[] others = plan.amounts().clone();
    for (int r : chosen) {
      int[] rows = problem.resources().get(r).rows();
      for (int i = 0; i < rows.length; i++) {
        others[rows[i]] -= plan.profile(r).amounts()[i];
      }
    }
    return others;
  }
}
