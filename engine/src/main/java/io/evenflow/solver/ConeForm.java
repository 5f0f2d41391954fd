package io.evenflow.solver;

/**
 * How a rotated cone Σ squares² ≤ left·right is written for SCIP. Its handler of second-order cones
 * knows the first, in which an expression that is not a single variable gets a variable of its own.
 * √(Σ (2s)² + (l − r)²) ≤ l + r is left out: its bounds are far weaker
 * (docs/decisions/0006-scip-formulation.md).
 */
public enum ConeForm {
  /** Σ s² − l·r ≤ 0 over variables whose factors are bounded below by 0. */
  PRODUCT,
  /** The same, multiplied out over the program's own variables, without new ones. */
  EXPANDED
}
