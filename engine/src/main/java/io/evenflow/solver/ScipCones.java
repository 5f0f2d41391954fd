package io.evenflow.solver;

import io.evenflow.mip.Affine;
import io.evenflow.mip.AffineBuilder;
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
      case EXPANDED -> product(cone.squares(), cone.left(), cone.right());
      case PRODUCT -> product(single(cone.squares()), factor(cone.left()), factor(cone.right()));
      case NORM -> norm(cone);
    }
  }

  private void product(Affine[] squares, Affine left, Affine right) {
    ScipQuadratic quadratic = new ScipQuadratic().add(-1, left, right);
    for (Affine square : squares) {
      quadratic.add(1, square, square);
    }
    model.quadratic(quadratic, 0);
  }

  private void norm(RotatedCone cone) {
    if (cone.isNorm()) {
      norm(single(cone.squares()), factor(cone.left()));
      return;
    }
    Affine[] members = Arrays.copyOf(single(cone.squares()), cone.squares().length + 1);
    members[cone.squares().length] = half(cone.left(), -1, cone.right());
    Affine sum = half(cone.left(), 1, cone.right());
    norm(single(members), factor(sum));
  }

  /** ½(left + sign·right): halves, so that the squares keep their factor 1. */
  private static Affine half(Affine left, double sign, Affine right) {
    AffineBuilder builder = new AffineBuilder();
    for (int k = 0; k < left.variables().length; k++) {
      builder.add(0.5 * left.coefficients()[k], left.variables()[k]);
    }
    for (int k = 0; k < right.variables().length; k++) {
      builder.add(0.5 * sign * right.coefficients()[k], right.variables()[k]);
    }
    return builder.add(0.5 * (left.constant() + sign * right.constant())).build();
  }

  private void norm(Affine[] members, Affine bound) {
    if (bound.variables().length == 0) {
      product(members, bound, bound);
      return;
    }
    double constant = 0;
    int count = 0;
    int[] columns = new int[members.length];
    double[] coefficients = new double[members.length];
    for (Affine member : members) {
      if (member.variables().length == 0) {
        constant += member.constant() * member.constant();
      } else {
        columns[count] = member.variables()[0];
        coefficients[count++] = member.coefficients()[0];
      }
    }
    model.norm(
        constant,
        Arrays.copyOf(columns, count),
        Arrays.copyOf(coefficients, count),
        bound.variables()[0],
        bound.coefficients()[0]);
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
