package io.evenflow.solver;

import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.mip.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an engine says into a result that can be relied on: points are checked against the
 * program, objectives recomputed, and a status is given only if point and bound bear it out.
 */
final class Verdict {
  /** What an engine says of its own end. */
  enum Claim {
    SOLVED,
    INFEASIBLE,
    UNBOUNDED,
    TIME_LIMIT,
    INTERRUPTED,
    FAILED
  }

  private final MixedIntegerProgram program;
  private final MixedIntegerOptions options;
  private final double tolerance;
  private double @Nullable [] best;
  private double bestObjective = Double.POSITIVE_INFINITY;

  /** Tolerance is the largest {@link Violation} of a point that is taken. */
  Verdict(MixedIntegerProgram program, MixedIntegerOptions options, double tolerance) {
    this.program = program;
    this.options = options;
    this.tolerance = tolerance;
    double[] start = options.start();
    if (start != null) {
      offer(start);
    }
  }

  /** Takes a point, its integers rounded, if it is feasible and better than the one there is. */
  boolean offer(double[] candidate) {
    double[] x = candidate.clone();
    if (Violation.of(program, x).max() > tolerance) {
      return false;
    }
    round(x);
    double objective = program.objective(x);
    if (objective < bestObjective && Violation.of(program, x).max() <= tolerance) {
      best = x;
      bestObjective = objective;
    }
    return true;
  }

  private void round(double[] x) {
    double[] unrounded = x.clone();
    for (int j = 0; j < x.length; j++) {
      if (program.integer()[j]) {
        x[j] = Math.rint(x[j]);
      }
    }
    // where rounding costs feasibility, a large coefficient stands on an integer: keep the point
    if (Violation.of(program, x).max() > tolerance) {
      System.arraycopy(unrounded, 0, x, 0, x.length);
    }
  }

  double objective() {
    return bestObjective;
  }

  /** The best point so far, null for none. */
  double @Nullable [] point() {
    return best;
  }

  /** Whether the best point is within the asked gap of the bound. */
  boolean closes(double bound) {
    return best != null
        && bestObjective - bound
            <= options.relativeGap() * Math.max(1, Math.abs(bestObjective)) + roundingError();
  }

  private double roundingError() {
    return 1e-12 * Math.max(1, Math.abs(bestObjective));
  }

  MixedIntegerResult result(
      Claim claim, double engineBound, long nodes, double seconds, String engine) {
    double bound = Double.isNaN(engineBound) ? Double.NEGATIVE_INFINITY : engineBound;
    bound = Math.min(bound, bestObjective); // within the tolerance a point may undercut the bound
    MixedIntegerStatus status = status(claim, bound);
    if (!status.hasPoint()) {
      bound = status == MixedIntegerStatus.INFEASIBLE ? Double.POSITIVE_INFINITY : bound;
      bound = trusted(status) ? bound : Double.NEGATIVE_INFINITY;
      return new MixedIntegerResult(
          status, null, Double.POSITIVE_INFINITY, bound, nodes, seconds, engine);
    }
    return new MixedIntegerResult(status, best, bestObjective, bound, nodes, seconds, engine);
  }

  private static boolean trusted(MixedIntegerStatus status) {
    return status != MixedIntegerStatus.FAILED && status != MixedIntegerStatus.UNBOUNDED;
  }

  private MixedIntegerStatus status(Claim claim, double bound) {
    boolean point = best != null;
    return switch (claim) {
      case SOLVED, FAILED -> point ? optimalOrFeasible(bound) : MixedIntegerStatus.FAILED;
      case INFEASIBLE -> point ? MixedIntegerStatus.FAILED : MixedIntegerStatus.INFEASIBLE;
      case UNBOUNDED -> MixedIntegerStatus.UNBOUNDED;
      case TIME_LIMIT -> point ? optimalOrFeasible(bound) : MixedIntegerStatus.TIME_LIMIT;
      case INTERRUPTED -> point ? optimalOrFeasible(bound) : MixedIntegerStatus.INTERRUPTED;
    };
  }

  private MixedIntegerStatus optimalOrFeasible(double bound) {
    return closes(bound) ? MixedIntegerStatus.OPTIMAL : MixedIntegerStatus.FEASIBLE;
  }
}
