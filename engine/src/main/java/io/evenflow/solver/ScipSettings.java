package io.evenflow.solver;

/**
 * How SCIP is used.
 *
 * @param coneForm how cones are written
 * @param feasibilityTolerance SCIP's own tolerance of constraints, relative above 1. Between 1e-17
 *     and 1e-3
 * @param acceptedViolation largest {@link io.evenflow.mip.Violation} of a point that is returned
 * @param parameters more parameters as SCIP's parameter files have them, one {@code name = value} a
 *     line
 */
public record ScipSettings(
    ConeForm coneForm, double feasibilityTolerance, double acceptedViolation, String parameters) {
  /** SCIP's own tolerance, 1e-6, and what presolve may add to it. */
  public static ScipSettings defaults() {
    return new ScipSettings(ConeForm.PRODUCT, 1e-6, 2e-6, "");
  }

  public ScipSettings withConeForm(ConeForm form) {
    return new ScipSettings(form, feasibilityTolerance, acceptedViolation, parameters);
  }

  public ScipSettings withParameters(String text) {
    return new ScipSettings(coneForm, feasibilityTolerance, acceptedViolation, text);
  }

  /** SCIP's tolerance; points are accepted to twice of it. */
  public ScipSettings withFeasibilityTolerance(double tolerance) {
    return new ScipSettings(coneForm, tolerance, 2 * tolerance, parameters);
  }
}
