package io.evenflow.conic;

/**
 * K = zero × nonnegative × second-order cones, with its Nesterov–Todd scaling. On zero rows s = 0
 * and H = 0 always.
 */
final class ConeProduct {
  private final int zero;
  final NonnegativeCone nonnegative;
  final SecondOrderCone[] secondOrder;

  /** s/z on nonnegative rows, w on second-order rows, 0 on zero rows. */
  final double[] scaling;

  ConeProduct(Cones cones) {
    int m = cones.rows();
    zero = cones.zero();
    scaling = new double[m];
    double[] lambda = new double[m];
    double[] work = new double[m];
    nonnegative = new NonnegativeCone(zero, cones.nonnegative(), scaling);
    int[] dimensions = cones.secondOrder();
    secondOrder = new SecondOrderCone[dimensions.length];
    int row = zero + cones.nonnegative();
    for (int k = 0; k < dimensions.length; k++) {
      secondOrder[k] = new SecondOrderCone(row, dimensions[k], scaling, lambda, work);
      row += dimensions[k];
    }
  }

  /** The ν of μ = (sᵀz + τκ) / (ν + 1). */
  int degree() {
    return nonnegative.degree() + secondOrder.length;
  }

  void resetScaling() {
    nonnegative.resetScaling();
    for (SecondOrderCone cone : secondOrder) {
      cone.resetScaling();
    }
  }

  /** Scales at this point; false if it is not in the interior. */
  boolean updateScaling(HomogeneousPoint point) {
    nonnegative.updateScaling(point.s, point.z);
    for (SecondOrderCone cone : secondOrder) {
      if (!cone.updateScaling(point.s, point.z)) {
        return false;
      }
    }
    return true;
  }

  /** y = Hx. */
  void applyScaling(double[] x, double[] y) {
    clearZeroRows(y);
    nonnegative.applyScaling(x, y);
    for (SecondOrderCone cone : secondOrder) {
      cone.applyScaling(x, y);
    }
  }

  /** The d_s of the combined step; of the affine step it is s itself. */
  void complementarity(
      HomogeneousPoint point, HomogeneousPoint affine, double sigmaMu, double[] out) {
    clearZeroRows(out);
    nonnegative.complementarity(point, affine, sigmaMu, out);
    for (SecondOrderCone cone : secondOrder) {
      cone.complementarity(point, affine, sigmaMu, out);
    }
  }

  private void clearZeroRows(double[] y) {
    for (int i = 0; i < zero; i++) {
      y[i] = 0;
    }
  }

  /** The largest step ≤ 1 that leaves the point in K × K* and τ, κ nonnegative. */
  double step(HomogeneousPoint point, HomogeneousPoint direction) {
    double alpha = 1;
    if (direction.tau < 0) {
      alpha = Math.min(alpha, -point.tau / direction.tau);
    }
    if (direction.kappa < 0) {
      alpha = Math.min(alpha, -point.kappa / direction.kappa);
    }
    alpha = nonnegative.step(point.s, direction.s, alpha);
    alpha = nonnegative.step(point.z, direction.z, alpha);
    for (SecondOrderCone cone : secondOrder) {
      alpha = cone.step(point.s, direction.s, alpha);
      alpha = cone.step(point.z, direction.z, alpha);
    }
    return alpha;
  }

  /** Moves x along the cones' centres until it is inside by at least one. */
  void shiftInside(double[] x) {
    double margin = nonnegative.margin(x);
    for (SecondOrderCone cone : secondOrder) {
      margin = Math.min(margin, cone.margin(x));
    }
    if (margin >= 1) {
      return;
    }
    nonnegative.shift(1 - margin, x);
    for (SecondOrderCone cone : secondOrder) {
      x[cone.begin()] += 1 - margin;
    }
  }
}
