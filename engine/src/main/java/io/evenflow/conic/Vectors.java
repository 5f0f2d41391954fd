package io.evenflow.conic;

/** Sums over dense vectors. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] x, double[] y) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < x.length; i += 2) {
      even += x[i] * y[i];
      odd += x[i + 1] * y[i + 1];
    }
    return i < x.length ? even + odd + x[i] * y[i] : even + odd;
  }

  /** The largest absolute entry, NaN if there is one. */
  static double largest(double[] x) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** y ← y + αx. */
  static void add(double alpha, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += alpha * x[i];
    }
  }
}
