package io.evenflow.conic;

/**
 * Solves the whole KKT system
 *
 * <pre>
 *   [ P  Aᵀ ] [x]   [f]
 *   [ A  −H ] [z] = [g]
 * </pre>
 *
 * <p>through the folded one: folded rows enter f as A_cᵀH_c⁻¹g_c and follow from x as z_c =
 * H_c⁻¹(A_c x − g_c). Iterative refinement against the unregularised, unfolded system ends when the
 * residual is small or no longer falls.
 */
final class KktSystem {
  private static final int MOST_REFINEMENTS = 6;
  private static final double TOLERANCE = 1e-12;
  private static final double LEAST_GAIN = 4;

  private final ProgramData data;
  private final ConeProduct cones;
  private final KktMatrix matrix;
  private final double[] residualX;
  private final double[] residualZ;
  private final double[] correctionX;
  private final double[] correctionZ;
  private final double[] folded;
  private final double[] kept;
  private final double[] ax;
  private final double[] correctionAx;
  private final double[] transposed;
  private final double[] scaled;

  KktSystem(ProgramData data, ConeProduct cones) {
    this.data = data;
    this.cones = cones;
    matrix = new KktMatrix(data, cones, new KktStructure(data, cones));
    residualX = new double[data.n];
    residualZ = new double[data.m];
    correctionX = new double[data.n];
    correctionZ = new double[data.m];
    folded = new double[data.m];
    kept = new double[data.m];
    ax = new double[data.m];
    correctionAx = new double[data.m];
    transposed = new double[data.n];
    scaled = new double[data.m];
  }

  void dataChanged() {
    matrix.dataChanged();
  }

  /** Factors at the cones' present scaling; false if that fails. */
  boolean factor() {
    return matrix.factor();
  }

  /** Solves for (x, z); false if the result is not finite. */
  boolean solve(double[] f, double[] g, double[] x, double[] z) {
    solveOnce(f, g, x, z, ax);
    double enough = TOLERANCE * (1 + Math.max(Vectors.largest(f), Vectors.largest(g)));
    double residual = residual(f, g, x, z);
    for (int k = 0; k < MOST_REFINEMENTS && residual > enough; k++) {
      solveOnce(residualX, residualZ, correctionX, correctionZ, correctionAx);
      Vectors.add(1, correctionX, x);
      Vectors.add(1, correctionZ, z);
      Vectors.add(1, correctionAx, ax);
      double refined = residual(f, g, x, z);
      if (!(refined < residual)) {
        Vectors.add(-1, correctionX, x);
        Vectors.add(-1, correctionZ, z);
        break;
      }
      boolean slow = residual < LEAST_GAIN * refined;
      residual = refined;
      if (slow) {
        break;
      }
    }
    return Double.isFinite(residual);
  }

  /** Leaves Ax in {@code product}. */
  private void solveOnce(double[] f, double[] g, double[] x, double[] z, double[] product) {
    matrix.foldedInverse(g, folded);
    data.constraints.transposedProduct(folded, x);
    Vectors.add(1, f, x);
    for (int row : matrix.keptRows()) {
      kept[row] = g[row];
    }
    matrix.solve(x, kept);
    data.rows.transposedProduct(x, product);
    for (int i = 0; i < z.length; i++) {
      scaled[i] = product[i] - g[i];
    }
    matrix.foldedInverse(scaled, z);
    for (int row : matrix.keptRows()) {
      z[row] = kept[row];
    }
  }

  /** Leaves the residuals of both rows in place, ax being Ax, and returns their largest entry. */
  private double residual(double[] f, double[] g, double[] x, double[] z) {
    data.quadratic.symmetricProduct(x, residualX);
    data.constraints.transposedProduct(z, transposed);
    double largest = 0;
    for (int j = 0; j < data.n; j++) {
      residualX[j] = f[j] - residualX[j] - transposed[j];
      largest = Math.max(largest, Math.abs(residualX[j]));
    }
    cones.applyScaling(z, scaled);
    for (int i = 0; i < data.m; i++) {
      residualZ[i] = g[i] - ax[i] + scaled[i];
      largest = Math.max(largest, Math.abs(residualZ[i]));
    }
    return largest;
  }
}
