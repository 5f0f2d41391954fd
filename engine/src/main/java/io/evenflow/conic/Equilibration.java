package io.evenflow.conic;

import java.util.Arrays;

/**
 * Diagonal scaling that brings the rows and columns of the KKT matrix near norm one.
 *
 * <pre>
 *   P ← c D P D,   q ← c D q,   A ← E A D,   b ← E b
 * </pre>
 *
 * <p>D and E are products of 1/√norm, repeated; the rows of one second-order cone share one factor,
 * since only a multiple of the identity maps that cone onto itself. Ruiz, "A scaling algorithm to
 * equilibrate both rows and columns norms in matrices", RAL-TR-2001-034.
 */
final class Equilibration {
  private static final int ROUNDS = 10;
  private static final double NEAR_ONE = 0.1;
  private static final double SMALLEST = 1e-4;
  private static final double LARGEST = 1e4;

  private final Cones cones;
  final double[] columnScale;
  final double[] rowScale;
  private final double[] columnNorm;
  private final double[] rowNorm;

  Equilibration(int n, int m, Cones cones) {
    this.cones = cones;
    columnScale = new double[n];
    rowScale = new double[m];
    columnNorm = new double[n];
    rowNorm = new double[m];
  }

  /** Finds D and E for these matrices and applies them to both in place. */
  void equilibrate(SparseMatrix quadratic, SparseMatrix constraints) {
    Arrays.fill(columnScale, 1);
    Arrays.fill(rowScale, 1);
    for (int round = 0; round < ROUNDS; round++) {
      measure(quadratic, constraints);
      if (distanceFromOne(columnNorm) < NEAR_ONE && distanceFromOne(rowNorm) < NEAR_ONE) {
        return;
      }
      toFactors(columnNorm, columnScale);
      toFactors(rowNorm, rowScale);
      shareAmongCones();
      apply(quadratic, constraints);
    }
  }

  private void measure(SparseMatrix quadratic, SparseMatrix constraints) {
    Arrays.fill(columnNorm, 0);
    Arrays.fill(rowNorm, 0);
    for (int j = 0; j < columnNorm.length; j++) {
      for (int p = quadratic.starts[j]; p < quadratic.starts[j + 1]; p++) {
        double size = Math.abs(quadratic.values[p]);
        int i = quadratic.index[p];
        columnNorm[j] = Math.max(columnNorm[j], size);
        columnNorm[i] = Math.max(columnNorm[i], size);
      }
      for (int p = constraints.starts[j]; p < constraints.starts[j + 1]; p++) {
        double size = Math.abs(constraints.values[p]);
        int i = constraints.index[p];
        columnNorm[j] = Math.max(columnNorm[j], size);
        rowNorm[i] = Math.max(rowNorm[i], size);
      }
    }
  }

  private static double distanceFromOne(double[] norms) {
    double distance = 0;
    for (double norm : norms) {
      if (norm > 0) {
        distance = Math.max(distance, Math.abs(norm - 1));
      }
    }
    return distance;
  }

  private static void toFactors(double[] norms, double[] scale) {
    for (int i = 0; i < norms.length; i++) {
      double factor = norms[i] > 0 ? 1 / Math.sqrt(norms[i]) : 1;
      norms[i] = Math.clamp(factor * scale[i], SMALLEST, LARGEST) / scale[i];
    }
  }

  private void shareAmongCones() {
    int row = cones.zero() + cones.nonnegative();
    for (int dimension : cones.secondOrder()) {
      double sum = 0;
      for (int i = row; i < row + dimension; i++) {
        sum += rowNorm[i];
      }
      Arrays.fill(rowNorm, row, row + dimension, sum / dimension);
      row += dimension;
    }
  }

  private void apply(SparseMatrix quadratic, SparseMatrix constraints) {
    for (int j = 0; j < columnNorm.length; j++) {
      double factor = columnNorm[j];
      for (int p = quadratic.starts[j]; p < quadratic.starts[j + 1]; p++) {
        quadratic.values[p] *= factor * columnNorm[quadratic.index[p]];
      }
      for (int p = constraints.starts[j]; p < constraints.starts[j + 1]; p++) {
        constraints.values[p] *= factor * rowNorm[constraints.index[p]];
      }
      columnScale[j] *= factor;
    }
    for (int i = 0; i < rowNorm.length; i++) {
      rowScale[i] *= rowNorm[i];
    }
  }
}
