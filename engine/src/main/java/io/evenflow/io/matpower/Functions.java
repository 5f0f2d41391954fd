package io.evenflow.io.matpower;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** MATLAB's functions that case files call. */
final class Functions {
  private static final Map<String, Double> CONSTANTS =
      Map.ofEntries(
          Map.entry("pi", Math.PI),
          Map.entry("Inf", Double.POSITIVE_INFINITY),
          Map.entry("inf", Double.POSITIVE_INFINITY),
          Map.entry("NaN", Double.NaN),
          Map.entry("nan", Double.NaN),
          Map.entry("eps", Math.ulp(1.0)));

  /** Strict, so that a grid is the same to the last digit on every machine. */
  private static final Map<String, DoubleUnaryOperator> ELEMENTWISE =
      Map.ofEntries(
          Map.entry("sqrt", Math::sqrt),
          Map.entry("sin", StrictMath::sin),
          Map.entry("cos", StrictMath::cos),
          Map.entry("tan", StrictMath::tan),
          Map.entry("asin", StrictMath::asin),
          Map.entry("acos", StrictMath::acos),
          Map.entry("atan", StrictMath::atan),
          Map.entry("abs", Math::abs),
          Map.entry("exp", StrictMath::exp),
          Map.entry("log", StrictMath::log),
          Map.entry("log10", StrictMath::log10),
          // MATLAB rounds halves away from zero.
          Map.entry("round", value -> Math.copySign(Math.floor(Math.abs(value) + 0.5), value)),
          Map.entry("floor", Math::floor),
          Map.entry("ceil", Math::ceil),
          Map.entry("fix", value -> value < 0 ? Math.ceil(value) : Math.floor(value)),
          Map.entry("sign", Math::signum));

  private Functions() {}

  static boolean exist(String name) {
    return CONSTANTS.containsKey(name)
        || ELEMENTWISE.containsKey(name)
        || switch (name) {
          case "true", "false", "min", "max", "sum", "prod", "mod", "rem", "atan2", "hypot" -> true;
          case "zeros", "ones", "size", "length", "numel", "find", "any", "all", "isempty" -> true;
          default -> false;
        };
  }

  static Matrix call(String name, List<Matrix> arguments) {
    Double constant = CONSTANTS.get(name);
    if (constant != null) {
      return arguments.isEmpty() ? Matrix.scalar(constant) : filled(name, arguments, constant);
    }
    DoubleUnaryOperator elementwise = ELEMENTWISE.get(name);
    if (elementwise != null) {
      requireCount(name, arguments, 1, 1);
      return arguments.get(0).map(value -> real(name, value, elementwise));
    }
    return switch (name) {
      case "true" -> filled(name, arguments, 1).asLogical();
      case "false" -> filled(name, arguments, 0).asLogical();
      case "zeros" -> filled(name, arguments, 0);
      case "ones" -> filled(name, arguments, 1);
      case "min" -> extreme(name, arguments, Functions::least);
      case "max" -> extreme(name, arguments, Functions::greatest);
      case "mod" -> pairwise(name, arguments, Functions::modulo);
      case "rem" -> pairwise(name, arguments, (a, b) -> b == 0 ? a : a % b);
      case "atan2" -> pairwise(name, arguments, StrictMath::atan2);
      case "hypot" -> pairwise(name, arguments, StrictMath::hypot);
      default -> ofOne(name, arguments);
    };
  }

  private static Matrix ofOne(String name, List<Matrix> arguments) {
    boolean takesDimension = name.equals("size") || name.equals("sum") || name.equals("prod");
    requireCount(name, arguments, 1, takesDimension ? 2 : 1);
    Matrix matrix = arguments.get(0);
    int dimension = arguments.size() > 1 ? dimension(arguments.get(1)) : 0;
    return switch (name) {
      case "size" -> size(matrix, dimension);
      case "length" ->
          Matrix.scalar(matrix.isEmpty() ? 0 : Math.max(matrix.rows(), matrix.columns()));
      case "numel" -> Matrix.scalar(matrix.size());
      case "isempty" -> Matrix.scalar(Operators.truth(matrix.isEmpty())).asLogical();
      case "find" -> find(matrix);
      case "sum" -> reduce(matrix, dimension, 0, Double::sum);
      case "prod" -> reduce(matrix, dimension, 1, (a, b) -> a * b);
      case "any" -> reduce(matrix, 0, 0, (a, b) -> Operators.truth(a != 0 || b != 0)).asLogical();
      case "all" -> reduce(matrix, 0, 1, (a, b) -> Operators.truth(a != 0 && b != 0)).asLogical();
      default -> throw new IllegalStateException("no function " + name);
    };
  }

  private static double real(String name, double value, DoubleUnaryOperator function) {
    double result = function.applyAsDouble(value);
    boolean isComplex =
        (Double.isNaN(result) && !Double.isNaN(value) && !Double.isInfinite(value))
            || (name.equals("sqrt") && value < 0);
    if (isComplex) {
      throw new Unreadable(
          name + "(" + value + ") is not a real number", "Maybe a sign or a unit is wrong.");
    }
    return result;
  }

  private static Matrix filled(String name, List<Matrix> arguments, double value) {
    requireCount(name, arguments, 0, 2);
    if (arguments.isEmpty()) {
      return Matrix.scalar(value);
    }
    Matrix first = arguments.get(0);
    if (arguments.size() == 1 && first.size() == 2) {
      return Matrix.filled(count(first.at(0)), count(first.at(1)), value);
    }
    int rows = count(first.value());
    return Matrix.filled(
        rows, arguments.size() == 1 ? rows : count(arguments.get(1).value()), value);
  }

  private static int count(double value) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new Unreadable(value + " is not a number of rows or columns", "Maybe round it.");
    }
    return Math.max(0, (int) value);
  }

  private static Matrix extreme(String name, List<Matrix> arguments, DoubleBinaryOperator better) {
    requireCount(name, arguments, 1, 2);
    if (arguments.size() == 2) {
      return pairwise(name, arguments, better);
    }
    return arguments.get(0).isEmpty()
        ? Matrix.EMPTY
        : reduce(arguments.get(0), 0, Double.NaN, better);
  }

  /** MATLAB's min and max pass over NaN. */
  private static double least(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  private static double greatest(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  private static double modulo(double a, double b) {
    return b == 0 ? a : a - Math.floor(a / b) * b;
  }

  private static Matrix pairwise(
      String name, List<Matrix> arguments, DoubleBinaryOperator function) {
    requireCount(name, arguments, 2, 2);
    return arguments.get(0).combine(arguments.get(1), function);
  }

  private static Matrix size(Matrix matrix, int dimension) {
    return switch (dimension) {
      case 0 -> Matrix.row(matrix.rows(), matrix.columns());
      case 1 -> Matrix.scalar(matrix.rows());
      default -> Matrix.scalar(matrix.columns());
    };
  }

  private static Matrix find(Matrix matrix) {
    double[] places =
        IntStream.range(0, matrix.size())
            .filter(i -> matrix.at(i) != 0)
            .mapToDouble(i -> i + 1)
            .toArray();
    return matrix.rows() == 1 && matrix.columns() != 1
        ? Matrix.of(1, places.length, places)
        : Matrix.of(places.length, 1, places);
  }

  /** Down the columns (1), along the rows (2) or along the first that is not single (0). */
  private static Matrix reduce(
      Matrix matrix, int dimension, double start, DoubleBinaryOperator function) {
    if (dimension == 2 || (dimension == 0 && matrix.rows() == 1)) {
      return reduce(matrix.transposed(), 1, start, function).transposed();
    }
    double[] results =
        IntStream.range(0, matrix.columns())
            .mapToDouble(
                column ->
                    IntStream.range(0, matrix.rows())
                        .mapToDouble(row -> matrix.at(row, column))
                        .reduce(start, function))
            .toArray();
    return matrix.rows() == 0 && matrix.columns() == 0
        ? Matrix.scalar(start)
        : Matrix.of(1, results.length, results);
  }

  private static int dimension(Matrix matrix) {
    double value = matrix.value();
    if (value != 1 && value != 2) {
      throw new Unreadable(value + " is not a dimension (1 or 2)", "Maybe a wrong argument.");
    }
    return (int) value;
  }

  private static void requireCount(String name, List<Matrix> arguments, int least, int most) {
    if (arguments.size() < least || arguments.size() > most) {
      throw new Unreadable(
          "%s with %d arguments cannot be read".formatted(name, arguments.size()),
          "Maybe a comma or a bracket is wrong.");
    }
  }
}
