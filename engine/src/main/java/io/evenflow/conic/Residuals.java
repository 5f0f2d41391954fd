package io.evenflow.conic;

/**
 * The residuals of the homogeneous embedding at a point, in scaled units:
 *
 * <pre>
 *   r_x = Px + Aᵀz + qτ
 *   r_z = Ax + s − bτ
 *   r_τ = qᵀx + bᵀz + κ + xᵀPx/τ
 * </pre>
 *
 * <p>and the measures of the point in the units of the program, on which the termination rests.
 */
final class Residuals {
  private final ProgramData data;
  final double[] x;
  final double[] z;
  double tau;
  final double[] px;
  private final double[] ax;
  private final double[] az;
  private double xPx;
  private double qx;
  private double bz;
  private double pointTau;

  /** Relative residuals and gap of the point over τ, as in {@link ConicSolution}. */
  double primal;

  double dual;
  double primalObjective;
  double dualObjective;

  Residuals(ProgramData data) {
    this.data = data;
    x = new double[data.n];
    z = new double[data.m];
    px = new double[data.n];
    ax = new double[data.m];
    az = new double[data.n];
  }

  void update(HomogeneousPoint point) {
    data.quadratic.symmetricProduct(point.x, px);
    data.rows.transposedProduct(point.x, ax);
    data.constraints.transposedProduct(point.z, az);
    xPx = Vectors.dot(point.x, px);
    qx = Vectors.dot(data.linear, point.x);
    bz = Vectors.dot(data.bounds, point.z);
    pointTau = point.tau;
    tau = qx + bz + point.kappa + xPx / point.tau;
    primalObjective = (0.5 * xPx / point.tau + qx) / (point.tau * data.costScale);
    dualObjective = (-0.5 * xPx / point.tau - bz) / (point.tau * data.costScale);
    updateDual();
    updatePrimal(point);
  }

  private void updateDual() {
    double residual = 0;
    double size = 0;
    for (int j = 0; j < data.n; j++) {
      double unit = 1 / (data.equilibration.columnScale[j] * data.costScale);
      double q = data.linear[j] * pointTau;
      x[j] = px[j] + az[j] + q;
      residual = Math.max(residual, Math.abs(x[j]) * unit);
      double largest = Math.max(Math.abs(px[j]), Math.max(Math.abs(az[j]), Math.abs(q)));
      size = Math.max(size, largest * unit);
    }
    dual = residual / Math.max(pointTau, size);
  }

  private void updatePrimal(HomogeneousPoint point) {
    double residual = 0;
    double size = 0;
    for (int i = 0; i < data.m; i++) {
      double unit = 1 / data.equilibration.rowScale[i];
      double b = data.bounds[i] * pointTau;
      z[i] = ax[i] + point.s[i] - b;
      residual = Math.max(residual, Math.abs(z[i]) * unit);
      double largest = Math.max(Math.abs(ax[i]), Math.max(Math.abs(point.s[i]), Math.abs(b)));
      size = Math.max(size, largest * unit);
    }
    primal = residual / Math.max(pointTau, size);
  }

  double gap() {
    return Math.abs(primalObjective - dualObjective);
  }

  double relativeGap() {
    return gap() / Math.max(1, Math.min(Math.abs(primalObjective), Math.abs(dualObjective)));
  }

  /** ‖Aᵀz‖∞ / −bᵀz in the units of the program; infinite unless bᵀz &lt; 0. */
  double primalCertificateResidual() {
    double residual = 0;
    for (int j = 0; j < data.n; j++) {
      residual = Math.max(residual, Math.abs(az[j]) / data.equilibration.columnScale[j]);
    }
    return bz < 0 ? residual / -bz : Double.POSITIVE_INFINITY;
  }

  /** max(‖Px‖∞, ‖Ax + s‖∞) / −qᵀx in the units of the program; infinite unless qᵀx &lt; 0. */
  double dualCertificateResidual(HomogeneousPoint point) {
    double quadratic = 0;
    for (int j = 0; j < data.n; j++) {
      quadratic = Math.max(quadratic, Math.abs(px[j]) / data.equilibration.columnScale[j]);
    }
    double slack = 0;
    for (int i = 0; i < data.m; i++) {
      slack = Math.max(slack, Math.abs(ax[i] + point.s[i]) / data.equilibration.rowScale[i]);
    }
    double residual = Math.max(quadratic, slack * data.costScale);
    return qx < 0 ? residual / -qx : Double.POSITIVE_INFINITY;
  }
}
