package io.evenflow.conic;

/** Why the method stopped, and so what may be believed of what it returns. */
public enum ConicStatus {
  /** Every tolerance of the settings holds on the unscaled program, recomputed at the end. */
  SOLVED,

  /**
   * Progress ended short of the tolerances, yet the reduced ones hold; {@link
   * ConicSolution#shortfall} names the residuals that fell short.
   */
  ALMOST_SOLVED,

  /** No feasible x exists: z is a checked certificate, z ∈ K*, bᵀz = −1, ‖Aᵀz‖ within tolerance. */
  PRIMAL_INFEASIBLE,

  /**
   * The dual has no feasible point, so the primal, if feasible, is unbounded: x and s are a checked
   * certificate, qᵀx = −1, s ∈ K, ‖Px‖ and ‖Ax + s‖ within tolerance.
   */
  DUAL_INFEASIBLE,

  /** The iterations of the settings are used up; the best iterate is returned as it is. */
  ITERATION_LIMIT,

  /** The time of the settings is used up; the best iterate is returned as it is. */
  TIME_LIMIT,

  /** The interrupt of the settings answered yes; the best iterate is returned as it is. */
  INTERRUPTED,

  /** Progress ended and not even the reduced tolerances hold; the iterate proves nothing. */
  NUMERICAL_FAILURE
}
