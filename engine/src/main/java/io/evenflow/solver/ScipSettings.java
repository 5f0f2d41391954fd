package io.evenflow.solver;

/**
 * How SCIP is used.
 *
 * @param coneForm how cones are written
 * @param feasibilityTolerance SCIP's own tolerance of constraints, relative above 1. Between 1e-17
 *     and 1e-3
 * @param acceptedViolation largest {@link io.evenflow.mip.Violation} of a point that is returned
 * @param parameters more parameters as SCIP's parameter files have them, one {@code name = value} a
 *     line; in place of those of the defaults
 */
public record ScipSettings(
    ConeForm coneForm, double feasibilityTolerance, double acceptedViolation, String parameters) {
  /**
   * What keeps SCIP at one convex relaxation whose cones cuts alone close
   * (docs/decisions/0006-scip-formulation.md). A bus without children ties P and Q to l; put in
   * place of P and Q, that makes of the cone a product SCIP takes for nonconvex and branches on.
   * The handler of bilinear terms works a second time on factors a cone has dealt with.
   */
  private static final String KEEP_CONES =
      """
      presolving/donotaggr = TRUE
      presolving/donotmultaggr = TRUE
      nlhdlr/bilinear/enabled = FALSE
      """;

  /** Heuristics that solve programs as large as the day's, for points the search finds sooner. */
  private static final String NO_COSTLY_HEURISTICS =
      """
      heuristics/locks/freq = -1
      heuristics/shiftandpropagate/freq = -1
      heuristics/feaspump/freq = -1
      heuristics/rens/freq = -1
      """;

  /**
   * What serves equalities that are not convex (docs/decisions/0009-scip-on-the-ac-grid.md): they
   * are closed by branching, and bounds of their variables come with the program, so that
   * tightening them by linear programs costs more than it brings. Cuts of integers make the program
   * larger at every node.
   */
  private static final String BRANCH_ON_EQUALITIES =
      """
      propagating/obbt/freq = -1
      presolving/donotaggr = TRUE
      presolving/donotmultaggr = TRUE
      separating/maxrounds = 1
      separating/maxroundsroot = 10
      heuristics/undercover/freq = -1
      """;

  /** Tighter than SCIP's own 1e-6, which is the square of a flow of 0.001: 10 kW on 10 MVA. */
  public static ScipSettings defaults() {
    return new ScipSettings(ConeForm.PRODUCT, 1e-8, 2e-8, KEEP_CONES + NO_COSTLY_HEURISTICS);
  }

  /** SCIP as it comes, its own tolerance included: what the paper compares with. */
  public static ScipSettings asItComes() {
    return new ScipSettings(ConeForm.PRODUCT, 1e-6, 2e-6, "");
  }

  /**
   * For programs with equalities that are not convex. Without a solver of nonlinear programs SCIP
   * comes to points by branching alone, and at 1e-8 hardly ever.
   */
  public static ScipSettings forEqualities() {
    return new ScipSettings(
        ConeForm.PRODUCT, 1e-7, 2e-7, BRANCH_ON_EQUALITIES + NO_COSTLY_HEURISTICS);
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
