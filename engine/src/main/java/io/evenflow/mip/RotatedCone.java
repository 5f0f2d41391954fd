package io.evenflow.mip;

/**
 * A rotated second-order cone: Σₖ squares[k]² ≤ left · right with left ≥ 0 and right ≥ 0. The plain
 * cone ‖squares‖ ≤ bound has left = right = bound.
 *
 * @param squares expressions that are squared
 * @param left first factor
 * @param right second factor
 */
public record RotatedCone(Affine[] squares, Affine left, Affine right) {
  /** ‖squares‖ ≤ bound. */
  public static RotatedCone norm(Affine bound, Affine... squares) {
    return new RotatedCone(squares, bound, bound);
  }

  /** Whether both factors are one expression, so that the cone is ‖squares‖ ≤ left. */
  @SuppressWarnings("ReferenceEquality") // norm() passes the same object twice
  public boolean isNorm() {
    return left == right;
  }

  /** left·right − Σ squares², at least 0 inside. */
  public double slack(double[] x) {
    double slack = left.at(x) * right.at(x);
    for (Affine square : squares) {
      double value = square.at(x);
      slack -= value * value;
    }
    return slack;
  }
}
