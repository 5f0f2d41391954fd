package io.evenflow.solver;

import io.evenflow.mip.Affine;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.RotatedCone;
import java.util.Arrays;

/** Writes cones into a {@link ScipModel} in one of the {@link ConeForm}s. */
final class ScipCones {
  private final ScipModel model;
  private final MixedIntegerProgram program;
  private final ConeForm form;

  ScipCones(ScipModel model, MixedIntegerProgram program, ConeForm form) {
    this.model = model;
    this.program = program;
    this.form = form;
  }

  void add(RotatedCone cone) {
    nonnegative(cone.left());
    nonnegative(cone.right());
    switch (form) {
      case EXPANDED -> product(cone, cone.squares(), cone.left(), cone.right());
      case PRODUCT ->
          product(cone, single(cone.squares()), factor(cone.left()), factor(cone.right()));
    }
  }

  private void product(RotatedCone cone, Affine[] squares, Affine left, Affine right) {
    ScipQuadratic quadratic = new ScipQuadratic().add(-1, left, right);
    for (Affine square : squares) {
      quadratic.add(1, square, square);
    }
    model.quadratic(cone.isEquality() ? 0 : Double.NEGATIVE_INFINITY, quadratic, 0);
  }

  private Affine[] single(Affine[] expressions) {
    Affine[] result = new Affine[expressions.length];
    for (int k = 0; k < expressions.length; k++) {
      result[k] = single(expressions[k], Double.NEGATIVE_INFINITY);
    }
    return result;
  }

  private Affine factor(Affine expression) {
    return single(expression, 0);
  }

  /** The expression as coefficient times one variable, or as a constant. */
  private Affine single(Affine expression, double least) {
    int count = expression.variables().length;
    if (count == 0 || (count == 1 && expression.constant() == 0)) {
      return expression;
    }
    int variable = model.variable(least, Double.POSITIVE_INFINITY, 0, false);
    int[] columns = Arrays.copyOf(expression.variables(), count + 1);
    double[] values = Arrays.copyOf(expression.coefficients(), count + 1);
    columns[count] = variable;
    values[count] = -1;
    model.row(-expression.constant(), columns, values, -expression.constant());
    return Affine.of(variable);
  }

  /** A product of two negative factors is positive too: only this row keeps them out. */
  private void nonnegative(Affine factor) {
    if (ConeCuts.leastValue(program, factor) >= 0) {
      return;
    }
    model.row(
        -factor.constant(), factor.variables(), factor.coefficients(), Double.POSITIVE_INFINITY);
  }
}
