package io.evenflow.mip;

/**
 * An affine expression Σ coefficients[k]·x[variables[k]] + constant.
 *
 * @param variables indices of variables, each at most once
 * @param coefficients as many as variables
 * @param constant the constant term
 */
public record Affine(int[] variables, double[] coefficients, double constant) {
  public static Affine of(int variable) {
    return of(1, variable);
  }

  public static Affine of(double coefficient, int variable) {
    return new Affine(new int[] {variable}, new double[] {coefficient}, 0);
  }

  public static Affine constant(double constant) {
    return new Affine(new int[0], new double[0], constant);
  }

  /** Its value at x. */
  public double at(double[] x) {
    double sum = constant;
    for (int k = 0; k < variables.length; k++) {
      sum += coefficients[k] * x[variables[k]];
    }
    return sum;
  }
}
