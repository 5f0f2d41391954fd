package io.evenflow.interior;

import java.util.stream.IntStream;

/**
 * Elimination in dense symmetric matrices, given by their upper triangle in square rows. Pivots go
 * four at a time, and rows are changed along their length, which processors do side by side.
 */
final class Cholesky {
  /** A pivot below this part of its diagonal is nothing: its unknown stays 0. */
  private static final double NOTHING = 1e-15;

  private static final double NEVER = 1e150;
  private static final int PANEL = 4;

  /** From so many rows on it pays to share them between cores. */
  private static final int MANY = 160;

  private Cholesky() {}

  /**
   * Eliminates the first unknowns: their rows become those of the factor, the rest what is left of
   * the others.
   *
   * @param size unknowns in all; rows may be longer
   */
  static void eliminate(double[][] a, int count, int size) {
    double[] diagonal = new double[count];
    for (int k = 0; k < count; k++) {
      diagonal[k] = a[k][k];
    }
    for (int first = 0; first < count; first += PANEL) {
      int end = Math.min(count, first + PANEL);
      for (int k = first; k < end; k++) {
        for (int m = first; m < k; m++) {
          subtract(a[k], a[m][k], a[m], k, size);
        }
        scale(a[k], k, diagonal[k], size);
      }
      int from = first;
      IntStream rows = IntStream.range(end, size);
      (size - end > MANY ? rows.parallel() : rows).forEach(i -> change(a, i, from, end, size));
    }
  }

  private static void scale(double[] row, int k, double diagonal, int size) {
    double pivot = row[k];
    double root = pivot > NOTHING * diagonal ? Math.sqrt(pivot) : NEVER;
    row[k] = root;
    double inverse = 1 / root;
    for (int j = k + 1; j < size; j++) {
      row[j] *= inverse;
    }
  }

  private static void subtract(double[] row, double factor, double[] other, int from, int size) {
    for (int j = from; j < size; j++) {
      row[j] -= factor * other[j];
    }
  }

  private static void change(double[][] a, int i, int first, int end, int size) {
    if (end - first < PANEL) {
      for (int m = first; m < end; m++) {
        subtract(a[i], a[m][i], a[m], i, size);
      }
      return;
    }
    double[] row = a[i];
    double[] r0 = a[first];
    double[] r1 = a[first + 1];
    double[] r2 = a[first + 2];
    double[] r3 = a[first + 3];
    double f0 = r0[i];
    double f1 = r1[i];
    double f2 = r2[i];
    double f3 = r3[i];
    for (int j = i; j < size; j++) {
      row[j] -= f0 * r0[j] + f1 * r1[j] + (f2 * r2[j] + f3 * r3[j]);
    }
  }

  /**
   * Begins a solve: the first entries become those of the factor's, the rest what is left of them.
   */
  static void forward(double[][] factor, int count, double[] b) {
    for (int k = 0; k < count; k++) {
      double[] row = factor[k];
      double value = b[k] / row[k];
      b[k] = value;
      for (int j = k + 1; j < b.length; j++) {
        b[j] -= value * row[j];
      }
    }
  }

  /** Ends a solve, of which the entries after the first are known. */
  static void backward(double[][] factor, int count, double[] b) {
    for (int k = count - 1; k >= 0; k--) {
      double[] row = factor[k];
      double sum = b[k];
      for (int j = k + 1; j < b.length; j++) {
        sum -= row[j] * b[j];
      }
      b[k] = sum / row[k];
    }
  }
}
