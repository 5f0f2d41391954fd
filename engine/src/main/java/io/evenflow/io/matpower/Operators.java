package io.evenflow.io.matpower;

import java.util.function.DoubleBinaryOperator;

/** What MATLAB's operators do to real matrices. */
final class Operators {
  private Operators() {}

  static Matrix unary(String operator, Matrix operand) {
    return switch (operator) {
      case "+" -> operand;
      case "-" -> operand.map(value -> -value);
      default -> operand.map(value -> truth(value == 0)).asLogical();
    };
  }

  static Matrix binary(String operator, Matrix left, Matrix right) {
    return switch (operator) {
      case "+" -> left.combine(right, Double::sum);
      case "-" -> left.combine(right, (a, b) -> a - b);
      case ".*" -> left.combine(right, (a, b) -> a * b);
      case "./" -> left.combine(right, (a, b) -> a / b);
      case ".^" -> left.combine(right, Operators::power);
      case "*" -> times(left, right);
      case "/" -> dividedBy(left, right);
      case "^" -> Matrix.scalar(power(base(left), right.value()));
      case "&&" -> logical(left, right, (a, b) -> truth(a != 0 && b != 0), true);
      case "||" -> logical(left, right, (a, b) -> truth(a != 0 || b != 0), true);
      case "&" -> logical(left, right, (a, b) -> truth(a != 0 && b != 0), false);
      case "|" -> logical(left, right, (a, b) -> truth(a != 0 || b != 0), false);
      default -> comparison(operator, left, right);
    };
  }

  static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private static Matrix comparison(String operator, Matrix left, Matrix right) {
    DoubleBinaryOperator function =
        switch (operator) {
          case "==" -> (a, b) -> truth(a == b);
          case "~=", "!=" -> (a, b) -> truth(a != b);
          case "<" -> (a, b) -> truth(a < b);
          case "<=" -> (a, b) -> truth(a <= b);
          case ">" -> (a, b) -> truth(a > b);
          case ">=" -> (a, b) -> truth(a >= b);
          default ->
              throw new Unreadable(
                  "the operator '" + operator + "' cannot be read", "Maybe a typing error.");
        };
    return left.combine(right, function).asLogical();
  }

  private static Matrix logical(
      Matrix left, Matrix right, DoubleBinaryOperator function, boolean needsScalars) {
    if (needsScalars) {
      return Matrix.scalar(function.applyAsDouble(left.value(), right.value())).asLogical();
    }
    return left.combine(right, function).asLogical();
  }

  private static Matrix times(Matrix left, Matrix right) {
    if (left.isScalar() || right.isScalar()) {
      return left.combine(right, (a, b) -> a * b);
    }
    if (left.columns() != right.rows()) {
      throw new Unreadable(
          "the matrix product of %s and %s does not exist".formatted(left.shape(), right.shape()),
          "Maybe '.*', which multiplies element by element.");
    }
    Matrix.requireSize((double) left.rows() * left.columns() * right.columns());
    double[] product = new double[left.rows() * right.columns()];
    for (int i = 0; i < left.rows(); i++) {
      for (int j = 0; j < right.columns(); j++) {
        double sum = 0;
        for (int k = 0; k < left.columns(); k++) {
          sum += left.at(i, k) * right.at(k, j);
        }
        product[i * right.columns() + j] = sum;
      }
    }
    return Matrix.of(left.rows(), right.columns(), product);
  }

  private static Matrix dividedBy(Matrix left, Matrix right) {
    if (!right.isScalar()) {
      throw new Unreadable(
          "division by a matrix of " + right.shape() + " cannot be read",
          "Maybe './', which divides element by element.");
    }
    return left.combine(right, (a, b) -> a / b);
  }

  private static double base(Matrix left) {
    if (!left.isScalar()) {
      throw new Unreadable(
          "the power of a matrix of " + left.shape() + " cannot be read",
          "Maybe '.^', which works element by element.");
    }
    return left.value();
  }

  private static double power(double base, double exponent) {
    if (base < 0 && exponent != Math.rint(exponent)) {
      throw new Unreadable(
          base + " to the power of " + exponent + " is not a real number", "Maybe a sign error.");
    }
    return StrictMath.pow(base, exponent);
  }
}
