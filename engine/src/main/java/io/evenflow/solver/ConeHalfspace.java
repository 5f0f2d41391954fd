package io.evenflow.solver;

import io.evenflow.mip.RotatedCone;

/**
 * A half-space left·l + right·r ≥ 2 Σ squares[i]·s[i] that holds the rotated cone Σ s² ≤ l·r, l, r
 * ≥ 0: by Cauchy–Schwarz it does if left, right ≥ 0 and left·right ≥ Σ squares².
 *
 * @param left coefficient of the first factor
 * @param right coefficient of the second factor
 * @param squares half the coefficients of the squared expressions
 */
record ConeHalfspace(double left, double right, double[] squares) {
  /**
   * The half-space that touches the cone above the point (s, l, r), keeping the larger factor: what
   * is outside is cut off.
   */
  static ConeHalfspace at(double[] s, double l, double r) {
    double norm = norm(s);
    double larger = Math.max(l, r);
    if (!(larger > 1e-6 * norm)) {
      return new ConeHalfspace(norm, norm, s);
    }
    // touching point (s, l', r') with l'·r' = ‖s‖² has normal (r', l', −2 s)
    double smaller = norm * norm / larger;
    return l > r ? new ConeHalfspace(smaller, larger, s) : new ConeHalfspace(larger, smaller, s);
  }

  /** The same at a norm cone ‖s‖ ≤ bound. */
  static ConeHalfspace atNorm(double[] s) {
    double norm = norm(s);
    return new ConeHalfspace(norm, norm, s);
  }

  static ConeHalfspace at(RotatedCone cone, double[] x) {
    double[] s = new double[cone.squares().length];
    for (int i = 0; i < s.length; i++) {
      s[i] = cone.squares()[i].at(x);
    }
    return cone.isNorm() ? atNorm(s) : at(s, cone.left().at(x), cone.right().at(x));
  }

  /** The same with left and right so much larger that left·right ≥ Σ squares² beyond rounding. */
  ConeHalfspace safe() {
    double a = Math.max(0, left);
    double b = Math.max(0, right);
    double norm = norm(squares);
    double wanted = norm * (1 + 1e-13);
    if (Math.sqrt(a) * Math.sqrt(b) >= wanted) {
      return new ConeHalfspace(a, b, squares);
    }
    if (a < 1e-9 * norm || b < 1e-9 * norm) {
      double least = 1e-9 * norm;
      a = Math.max(a, least);
      b = Math.max(b, least);
    }
    double grow = Math.max(1, wanted / (Math.sqrt(a) * Math.sqrt(b))) * (1 + 1e-15);
    return new ConeHalfspace(a * grow, b * grow, squares);
  }

  private static double norm(double[] s) {
    double sum = 0;
    for (double value : s) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
