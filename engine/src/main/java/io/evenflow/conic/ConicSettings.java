package io.evenflow.conic;

import java.util.function.BooleanSupplier;

/**
 * Tolerances and limits of one solver.
 *
 * @param feasibilityTolerance bound on the relative primal and dual residuals, see {@link
 *     ConicSolution}; default 1e-8
 * @param absoluteGapTolerance bound on |p − d|; default 1e-8
 * @param relativeGapTolerance bound on |p − d| / max(1, min(|p|, |d|)); default 1e-8. Either gap
 *     tolerance suffices
 * @param infeasibilityTolerance bound on the residual of a certificate whose objective is −1;
 *     default 1e-8
 * @param reducedFeasibilityTolerance as feasibilityTolerance, for ALMOST_SOLVED; default 1e-5
 * @param reducedGapTolerance both gap tolerances, for ALMOST_SOLVED; default 1e-5
 * @param maxIterations iterations allowed, ≥ 0; default 200
 * @param timeLimitSeconds wall time allowed, s; default infinite
 * @param interrupt asked once an iteration, true stops the method; default the interrupt flag of
 *     the solving thread, which is left set
 */
public record ConicSettings(
    double feasibilityTolerance,
    double absoluteGapTolerance,
    double relativeGapTolerance,
    double infeasibilityTolerance,
    double reducedFeasibilityTolerance,
    double reducedGapTolerance,
    int maxIterations,
    double timeLimitSeconds,
    BooleanSupplier interrupt) {

  /** The defaults named above. */
  public static ConicSettings defaults() {
    return new ConicSettings(
        1e-8,
        1e-8,
        1e-8,
        1e-8,
        1e-5,
        1e-5,
        200,
        Double.POSITIVE_INFINITY,
        () -> Thread.currentThread().isInterrupted());
  }

  /** The same settings with another feasibility tolerance. */
  public ConicSettings withFeasibilityTolerance(double tolerance) {
    return new ConicSettings(
        tolerance,
        absoluteGapTolerance,
        relativeGapTolerance,
        infeasibilityTolerance,
        Math.max(tolerance, reducedFeasibilityTolerance),
        reducedGapTolerance,
        maxIterations,
        timeLimitSeconds,
        interrupt);
  }

  /** The same settings with other gap tolerances. */
  public ConicSettings withGapTolerances(double absolute, double relative) {
    return new ConicSettings(
        feasibilityTolerance,
        absolute,
        relative,
        infeasibilityTolerance,
        reducedFeasibilityTolerance,
        Math.max(Math.max(absolute, relative), reducedGapTolerance),
        maxIterations,
        timeLimitSeconds,
        interrupt);
  }

  /** The same settings with another iteration limit. */
  public ConicSettings withMaxIterations(int iterations) {
    return new ConicSettings(
        feasibilityTolerance,
        absoluteGapTolerance,
        relativeGapTolerance,
        infeasibilityTolerance,
        reducedFeasibilityTolerance,
        reducedGapTolerance,
        iterations,
        timeLimitSeconds,
        interrupt);
  }

  /** The same settings with another time limit, s. */
  public ConicSettings withTimeLimitSeconds(double seconds) {
    return new ConicSettings(
        feasibilityTolerance,
        absoluteGapTolerance,
        relativeGapTolerance,
        infeasibilityTolerance,
        reducedFeasibilityTolerance,
        reducedGapTolerance,
        maxIterations,
        seconds,
        interrupt);
  }

  /** The same settings with another interrupt. */
  public ConicSettings withInterrupt(BooleanSupplier supplier) {
    return new ConicSettings(
        feasibilityTolerance,
        absoluteGapTolerance,
        relativeGapTolerance,
        infeasibilityTolerance,
        reducedFeasibilityTolerance,
        reducedGapTolerance,
        maxIterations,
        timeLimitSeconds,
        supplier);
  }
}
