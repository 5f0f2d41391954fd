package io.evenflow.solver;

/**
 * How SCIP is used.
 *
 * @param coneForm how cones are written
 * @param feasibilityTolerance SCIP's own tolerance of constraints, relative above 1. Between 1e-17
 *     and 1e-3
 * @param acceptedViolation largest {@link io.evenflow.mip.Violation} of a point that is returned
 * @param parameters more parameters as SCIP's parameter files have them, one {@code name = value} a
 *     line; they win over the adapter's own
 */
public record ScipSettings(
    ConeForm coneForm, double feasibilityTolerance, double acceptedViolation, String parameters) {
  /** Tighter than SCIP's own 1e-6, which is the square of a flow of 0.001: 10 kW on 10 MVA. */
  public static ScipSettings defaults() {
    return new ScipSettings(ConeForm.PRODUCT, 1e-8, 2e-8, "");
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
