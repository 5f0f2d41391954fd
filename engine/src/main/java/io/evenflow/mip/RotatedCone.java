package io.evenflow.mip;

/**
 * A rotated second-order cone: Σₖ squares[k]² ≤ left · right with left ≥ 0 and right ≥ 0. The plain
 * cone ‖squares‖ ≤ bound has left = right = bound.
 *
 * <p>As an equality, Σₖ squares[k]² = left · right, it is the cone's boundary and not convex; its
 * conic relaxation is the cone.
 *
 * @param squares expressions that are squared
 * @param left first factor
 * @param right second factor
 * @param isEquality whether only the boundary belongs to it
 */
public record RotatedCone(Affine[] squares, Affine left, Affine right, boolean isEquality) {
  public RotatedCone(Affine[] squares, Affine left, Affine right) {
    this(squares, left, right, false);
  }

  /** ‖squares‖ ≤ bound. */
  public static RotatedCone norm(Affine bound, Affine... squares) {
    return new RotatedCone(squares, bound, bound);
  }

  /** Whether both factors are one expression, so that the cone is ‖squares‖ ≤ left. */
  @SuppressWarnings("ReferenceEquality") // norm() passes the same object twice
  public boolean isNorm() {
    return left == right;
  }

  /** The boundary alone: Σ squares² = left·right. */
  public RotatedCone asEquality() {
    return new RotatedCone(squares, left, right, true);
  }

  /** left·right − Σ squares², at least 0 inside, 0 on the boundary. */
  public double slack(double[] x) {
    double slack = left.at(x) * right.at(x);
    for (Affine square : squares) {
      double value = square.at(x);
      slack -= value * value;
    }
    return slack;
  }
}
