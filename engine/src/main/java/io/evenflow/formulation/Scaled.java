package io.evenflow.formulation;

import io.evenflow.mip.Affine;

/** An affine expression times a number. */
final class Scaled {
  private Scaled() {}

  static Affine by(double factor, Affine expression) {
    double[] coefficients = expression.coefficients().clone();
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] *= factor;
    }
    return new Affine(expression.variables(), coefficients, factor * expression.constant());
  }
}
