package io.evenflow.interior;

/** Dense Cholesky factors of symmetric matrices given by their lower triangle, row by row. */
final class Cholesky {
  /** A pivot below this part of its diagonal is nothing: its unknown stays 0. */
  private static final double NOTHING = 1e-15;

  private static final double NEVER = 1e150;

  private Cholesky() {}

  /** Overwrites a lower triangle by its factor. */
  static void factor(double[][] a) {
    for (int i = 0; i < a.length; i++) {
      double[] row = a[i];
      double diagonal = row[i];
      for (int j = 0; j < i; j++) {
        row[j] = (row[j] - dot(row, a[j], j)) / a[j][j];
      }
      double pivot = diagonal - dot(row, row, i);
      row[i] = pivot > NOTHING * diagonal && pivot > 0 ? Math.sqrt(pivot) : NEVER;
    }
  }

  /** Overwrites b by L⁻¹b. */
  static void forward(double[][] factor, double[] b) {
    for (int i = 0; i < factor.length; i++) {
      b[i] = (b[i] - dot(factor[i], b, i)) / factor[i][i];
    }
  }

  /** Overwrites b by L⁻ᵀb. */
  static void backward(double[][] factor, double[] b) {
    for (int i = factor.length - 1; i >= 0; i--) {
      b[i] /= factor[i][i];
      double value = b[i];
      double[] row = factor[i];
      for (int j = 0; j < i; j++) {
        b[j] -= value * row[j];
      }
    }
  }

  /** Σ of the first n products; four sums at a time, which a processor can add side by side. */
  static double dot(double[] a, double[] b, int n) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      sum0 += a[i] * b[i];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }
}
