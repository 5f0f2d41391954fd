package io.evenflow.conic;

/**
 * The rows {@code begin … end-1} whose slack is nonnegative.
 *
 * <pre>
 *   Nesterov–Todd scaling:  H = W² = diag(s / z),   λ² = s z
 * </pre>
 */
final class NonnegativeCone {
  private final int begin;
  private final int end;
  private final double[] h;

  /** Scaling values are kept in {@code h}, which all rows of the program share. */
  NonnegativeCone(int begin, int size, double[] h) {
    this.begin = begin;
    this.end = begin + size;
    this.h = h;
  }

  int degree() {
    return end - begin;
  }

  void resetScaling() {
    for (int i = begin; i < end; i++) {
      h[i] = 1;
    }
  }

  void updateScaling(double[] s, double[] z) {
    for (int i = begin; i < end; i++) {
      h[i] = s[i] / z[i];
    }
  }

  void applyScaling(double[] x, double[] y) {
    for (int i = begin; i < end; i++) {
      y[i] = h[i] * x[i];
    }
  }

  void applyInverseScaling(double[] x, double[] y) {
    for (int i = begin; i < end; i++) {
      y[i] = x[i] / h[i];
    }
  }

  /** d_s = s + (Δs Δz − σμ) / z. */
  void complementarity(
      HomogeneousPoint point, HomogeneousPoint affine, double sigmaMu, double[] out) {
    double[] s = point.s;
    double[] z = point.z;
    double[] ds = affine.s;
    double[] dz = affine.z;
    for (int i = begin; i < end; i++) {
      out[i] = s[i] + (ds[i] * dz[i] - sigmaMu) / z[i];
    }
  }

  /** The largest step ≤ most that leaves x + αd in the cone. */
  double step(double[] x, double[] d, double most) {
    double alpha = most;
    for (int i = begin; i < end; i++) {
      if (x[i] + alpha * d[i] < 0) {
        alpha = -x[i] / d[i];
      }
    }
    return alpha;
  }

  double margin(double[] x) {
    double margin = Double.POSITIVE_INFINITY;
    for (int i = begin; i < end; i++) {
      margin = Math.min(margin, x[i]);
    }
    return margin;
  }

  void shift(double amount, double[] x) {
    for (int i = begin; i < end; i++) {
      x[i] += amount;
    }
  }
}
