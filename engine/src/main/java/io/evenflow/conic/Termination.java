package io.evenflow.conic;

import org.jspecify.annotations.Nullable;

/** Decides at each iterate whether the method is done, and keeps the best iterate it saw. */
final class Termination {
  /** A certificate is looked for only where the embedding points at one, τ ≪ κ. */
  private static final double LEAST_KAPPA_OVER_TAU = 1e4;

  private static final double SHORTEST_STEP = 1e-7;
  private static final int PATIENCE = 15;

  private final ConicSettings settings;
  private final HomogeneousPoint best;
  private double bestExcess;
  private int bestIteration;
  private long deadline;
  private boolean limited;
  private long begin;

  Termination(ConicSettings settings, int n, int m) {
    this.settings = settings;
    best = new HomogeneousPoint(n, m);
  }

  void begin(long nanos) {
    begin = nanos;
    limited = settings.timeLimitSeconds() < 1e9;
    deadline = limited ? (long) (settings.timeLimitSeconds() * 1e9) : 0;
    bestExcess = Double.POSITIVE_INFINITY;
    bestIteration = 0;
  }

  /** The best iterate of this solve: the one whose worst residual is least. */
  HomogeneousPoint best() {
    return best;
  }

  /** The status to stop with here, or null to go on. */
  @Nullable ConicStatus judge(
      int iteration, double lastStep, HomogeneousPoint point, Residuals residuals) {
    double excess = excess(residuals);
    if (iteration == 0 || excess < bestExcess) {
      bestExcess = excess;
      bestIteration = iteration;
      best.set(point);
    }
    if (excess <= 1) {
      return ConicStatus.SOLVED;
    }
    if (point.kappa > LEAST_KAPPA_OVER_TAU * point.tau) {
      if (residuals.primalCertificateResidual() <= settings.infeasibilityTolerance()) {
        best.set(point);
        return ConicStatus.PRIMAL_INFEASIBLE;
      }
      if (residuals.dualCertificateResidual(point) <= settings.infeasibilityTolerance()) {
        best.set(point);
        return ConicStatus.DUAL_INFEASIBLE;
      }
    }
    if (iteration >= settings.maxIterations()) {
      return ConicStatus.ITERATION_LIMIT;
    }
    if (limited && System.nanoTime() - begin >= deadline) {
      return ConicStatus.TIME_LIMIT;
    }
    if (settings.interrupt().getAsBoolean()) {
      return ConicStatus.INTERRUPTED;
    }
    return stalled(iteration, lastStep, point) ? ConicStatus.NUMERICAL_FAILURE : null;
  }

  private boolean stalled(int iteration, double lastStep, HomogeneousPoint point) {
    boolean towardsSolution = point.tau > point.kappa;
    return lastStep < SHORTEST_STEP || (towardsSolution && iteration - bestIteration > PATIENCE);
  }

  /** The worst of residuals and gap, each in multiples of its tolerance. */
  private double excess(Residuals residuals) {
    double feasibility =
        Math.max(residuals.primal, residuals.dual) / settings.feasibilityTolerance();
    double gap =
        Math.min(
            residuals.gap() / settings.absoluteGapTolerance(),
            residuals.relativeGap() / settings.relativeGapTolerance());
    double worst = Math.max(feasibility, gap);
    return Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst;
  }
}
