package io.evenflow.solver;

import io.evenflow.mip.Affine;
import java.util.Arrays;

/** A quadratic form that is summed up from products of affine expressions. */
final class ScipQuadratic {
  private double constant;
  private int linearCount;
  private int count;
  private int[] linear = new int[4];
  private double[] linearValues = new double[4];
  private int[] left = new int[4];
  private int[] right = new int[4];
  private double[] values = new double[4];

  /** Adds factor·a·b. */
  ScipQuadratic add(double factor, Affine a, Affine b) {
    constant += factor * a.constant() * b.constant();
    linear(factor * b.constant(), a);
    linear(factor * a.constant(), b);
    for (int i = 0; i < a.variables().length; i++) {
      for (int j = 0; j < b.variables().length; j++) {
        double value = factor * a.coefficients()[i] * b.coefficients()[j];
        product(a.variables()[i], b.variables()[j], value);
      }
    }
    return this;
  }

  private void linear(double factor, Affine a) {
    for (int i = 0; factor != 0 && i < a.variables().length; i++) {
      if (linearCount == linear.length) {
        linear = Arrays.copyOf(linear, 2 * linearCount);
        linearValues = Arrays.copyOf(linearValues, 2 * linearCount);
      }
      linear[linearCount] = a.variables()[i];
      linearValues[linearCount++] = factor * a.coefficients()[i];
    }
  }

  private void product(int one, int other, double value) {
    if (count == values.length) {
      left = Arrays.copyOf(left, 2 * count);
      right = Arrays.copyOf(right, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    left[count] = one;
    right[count] = other;
    values[count++] = value;
  }

  double constant() {
    return constant;
  }

  int[] linear() {
    return Arrays.copyOf(linear, linearCount);
  }

  double[] linearValues() {
    return Arrays.copyOf(linearValues, linearCount);
  }

  int[] left() {
    return Arrays.copyOf(left, count);
  }

  int[] right() {
    return Arrays.copyOf(right, count);
  }

  double[] values() {
    return Arrays.copyOf(values, count);
  }
}
