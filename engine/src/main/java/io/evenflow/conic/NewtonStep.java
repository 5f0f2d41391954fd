package io.evenflow.conic;

import java.util.Arrays;

/**
 * A direction of the homogeneous embedding. With ξ = x/τ it solves
 *
 * <pre>
 *   PΔx + AᵀΔz + qΔτ            = −d_x
 *   AΔx + Δs − bΔτ              = −d_z
 *   (2Pξ + q)ᵀΔx + bᵀΔz − ξᵀPξ Δτ + Δκ = −d_τ
 *   Δs + HΔz = −d_s,    κΔτ + τΔκ = −d_κ
 * </pre>
 *
 * <p>as (Δx, Δz) = (x₁, z₁) + Δτ (x₂, z₂) from two solves with one factor; (x₂, z₂) serves
 * predictor and corrector alike.
 */
final class NewtonStep {
  private final ProgramData data;
  private final ConeProduct cones;
  private final KktSystem kkt;
  private final HomogeneousPoint affine;
  private final HomogeneousPoint combined;
  private final double[] x2;
  private final double[] z2;
  private final double[] f;
  private final double[] g;
  private final double[] ds;

  NewtonStep(ProgramData data, ConeProduct cones, KktSystem kkt) {
    this.data = data;
    this.cones = cones;
    this.kkt = kkt;
    affine = new HomogeneousPoint(data.n, data.m);
    combined = new HomogeneousPoint(data.n, data.m);
    x2 = new double[data.n];
    z2 = new double[data.m];
    f = new double[data.n];
    g = new double[data.m];
    ds = new double[data.m];
  }

  /** Puts the point where the embedding starts; false if the first systems cannot be solved. */
  boolean start(HomogeneousPoint point) {
    cones.resetScaling();
    if (!kkt.factor()) {
      return false;
    }
    boolean linear = Vectors.largest(data.quadratic.values) == 0;
    boolean solved;
    if (linear) {
      // Least-norm slack for the primal, least-norm z for the dual.
      fill(0, 1);
      solved = kkt.solve(f, g, point.x, z2);
      fill(-1, 0);
      solved &= kkt.solve(f, g, x2, point.z);
    } else {
      fill(-1, 1);
      solved = kkt.solve(f, g, point.x, point.z);
      System.arraycopy(point.z, 0, z2, 0, z2.length);
    }
    for (int i = 0; i < z2.length; i++) {
      point.s[i] = i < data.cones.zero() ? 0 : -z2[i];
    }
    cones.shiftInside(point.s);
    cones.shiftInside(point.z);
    point.tau = 1;
    point.kappa = 1;
    return solved;
  }

  private void fill(double linearFactor, double boundsFactor) {
    for (int j = 0; j < f.length; j++) {
      f[j] = linearFactor * data.linear[j];
    }
    for (int i = 0; i < g.length; i++) {
      g[i] = boundsFactor * data.bounds[i];
    }
  }

  /** Factors at the present scaling and finds the predictor; false if that fails. */
  boolean predict(HomogeneousPoint point, Residuals residuals) {
    if (!kkt.factor()) {
      return false;
    }
    fill(-1, 1);
    if (!kkt.solve(f, g, x2, z2)) {
      return false;
    }
    System.arraycopy(point.s, 0, ds, 0, ds.length);
    return direct(point, residuals, 1, point.kappa * point.tau, affine);
  }

  /** Finds the centred and corrected direction; false if that fails. */
  boolean correct(HomogeneousPoint point, Residuals residuals, double sigma, double mu) {
    cones.complementarity(point, affine, sigma * mu, ds);
    double dKappa = point.kappa * point.tau + affine.kappa * affine.tau - sigma * mu;
    return direct(point, residuals, 1 - sigma, dKappa, combined);
  }

  private boolean direct(
      HomogeneousPoint point,
      Residuals residuals,
      double part,
      double dKappa,
      HomogeneousPoint out) {
    for (int j = 0; j < f.length; j++) {
      f[j] = -part * residuals.x[j];
    }
    for (int i = 0; i < g.length; i++) {
      g[i] = ds[i] - part * residuals.z[i];
    }
    if (!kkt.solve(f, g, out.x, out.z)) {
      return false;
    }
    double tau = point.tau;
    double[] px = residuals.px;
    double along = 2 * Vectors.dot(px, out.x) / tau + Vectors.dot(data.linear, out.x);
    double numerator =
        part * residuals.tau - dKappa / tau + along + Vectors.dot(data.bounds, out.z);
    double denominator =
        point.kappa / tau
            + (Vectors.dot(point.x, px) / tau - 2 * Vectors.dot(x2, px)) / tau
            - Vectors.dot(data.linear, x2)
            - Vectors.dot(data.bounds, z2);
    out.tau = numerator / denominator;
    Vectors.add(out.tau, x2, out.x);
    Vectors.add(out.tau, z2, out.z);
    data.rows.transposedProduct(out.x, out.s);
    for (int i = data.cones.zero(); i < ds.length; i++) {
      out.s[i] = out.tau * data.bounds[i] - part * residuals.z[i] - out.s[i];
    }
    Arrays.fill(out.s, 0, data.cones.zero(), 0);
    out.kappa = -(dKappa + point.kappa * out.tau) / tau;
    return Double.isFinite(out.tau);
  }

  HomogeneousPoint affine() {
    return affine;
  }

  HomogeneousPoint combined() {
    return combined;
  }
}
