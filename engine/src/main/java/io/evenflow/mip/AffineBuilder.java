package io.evenflow.mip;

import java.util.Arrays;

/** Adds up terms to an {@link Affine}; a variable that comes twice is summed. */
public final class AffineBuilder {
  private int[] variables = new int[8];
  private double[] coefficients = new double[8];
  private int count;
  private double constant;

  public AffineBuilder add(double coefficient, int variable) {
    for (int k = 0; k < count; k++) {
      if (variables[k] == variable) {
        coefficients[k] += coefficient;
        return this;
      }
    }
    if (count == variables.length) {
      variables = Arrays.copyOf(variables, 2 * count);
      coefficients = Arrays.copyOf(coefficients, 2 * count);
    }
    variables[count] = variable;
    coefficients[count++] = coefficient;
    return this;
  }

  public AffineBuilder add(double value) {
    constant += value;
    return this;
  }

  public Affine build() {
    return new Affine(
        Arrays.copyOf(variables, count), Arrays.copyOf(coefficients, count), constant);
  }
}
