package io.evenflow.io.matpower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Computes expressions from the variables assigned so far. */
final class Evaluator {
  private static final int LONGEST_RANGE = 1_000_000;

  /** More than any case needs: one of 100,000 buses computes a third of it. */
  private static final double MOST_ELEMENTS = 3e7;

  private final Map<String, Value> variables;
  private double elements;

  /** What {@code end} means in the index being evaluated, innermost last. */
  private final Deque<Integer> ends = new ArrayDeque<>();

  Evaluator(Map<String, Value> variables) {
    this.variables = variables;
  }

  Value value(Expression expression) {
    try {
      Value value = computed(expression);
      return value instanceof Matrix matrix ? counted(matrix) : value;
    } catch (Unreadable problem) {
      throw problem.at(expression.line());
    }
  }

  /** A short file could ask for hours and for all memory. */
  Matrix counted(Matrix matrix) {
    elements += matrix.size();
    if (elements > MOST_ELEMENTS) {
      throw new Unreadable(
          "the file computes more than %.0f numbers".formatted(MOST_ELEMENTS),
          "Maybe it is not a case file.");
    }
    return matrix;
  }

  private Value computed(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> Matrix.scalar(literal.value());
      case Expression.Text text -> new Value.Text(text.value());
      case Expression.Cells cells -> new Value.Cells();
      case Expression.Name name -> named(name);
      case Expression.Apply apply -> apply(apply);
      case Expression.Unary unary -> Operators.unary(unary.operator(), numbers(unary.operand()));
      case Expression.Binary binary ->
          Operators.binary(binary.operator(), numbers(binary.left()), numbers(binary.right()));
      case Expression.Transpose transpose -> numbers(transpose.operand()).transposed();
      case Expression.Range range -> range(range);
      case Expression.Brackets brackets -> brackets(brackets);
      case Expression.End end -> end();
      case Expression.All all ->
          throw new Unreadable("':' stands where a value is needed", "Maybe a missing number.");
    };
  }

  Matrix numbers(Expression expression) {
    try {
      return value(expression).numbers();
    } catch (Unreadable problem) {
      throw problem.at(expression.line());
    }
  }

  /** The places an index selects, in a dimension of a length, which {@code end} stands for. */
  int[] places(Expression index, int length) {
    if (index instanceof Expression.All) {
      return Indexing.all(length);
    }
    return Indexing.places(indexValue(index, length), length);
  }

  private Matrix indexValue(Expression index, int length) {
    ends.addLast(length);
    try {
      return numbers(index);
    } finally {
      ends.removeLast();
    }
  }

  private Value named(Expression.Name name) {
    Value variable = variables.get(name.name());
    if (variable != null) {
      return variable;
    }
    List<IndexConstants.Constant> constants = IndexConstants.of(name.name());
    if (!constants.isEmpty()) {
      return Matrix.scalar(constants.get(0).value());
    }
    return function(name.name(), List.of());
  }

  private Value apply(Expression.Apply apply) {
    Value variable = variables.get(apply.name());
    if (variable != null) {
      return elements(variable.numbers(), apply.arguments());
    }
    return function(apply.name(), apply.arguments());
  }

  private Value function(String name, List<Expression> arguments) {
    if (!Functions.exist(name)) {
      throw new Unreadable(
          "'" + name + "' is neither a variable assigned before nor a function known here",
          "Maybe a typing error; otherwise load the case in MATPOWER and save it with savecase.");
    }
    return Functions.call(name, arguments.stream().map(this::numbers).toList());
  }

  private Matrix elements(Matrix matrix, List<Expression> indices) {
    return switch (indices.size()) {
      case 0 -> matrix;
      case 1 -> elements(matrix, indices.get(0));
      case 2 ->
          Indexing.get(
              matrix,
              places(indices.get(0), matrix.rows()),
              places(indices.get(1), matrix.columns()));
      default ->
          throw new Unreadable(
              indices.size() + " indices where a matrix has two", "Maybe a comma too many.");
    };
  }

  private Matrix elements(Matrix matrix, Expression index) {
    if (index instanceof Expression.All) {
      return Matrix.of(matrix.size(), 1, matrix.byColumn());
    }
    Matrix value = indexValue(index, matrix.size());
    return Indexing.get(matrix, Indexing.places(value, matrix.size()), value);
  }

  private Matrix end() {
    Integer end = ends.peekLast();
    if (end == null) {
      throw new Unreadable("'end' stands outside an index", "Maybe a bracket is missing.");
    }
    return Matrix.scalar(end);
  }

  private Matrix range(Expression.Range range) {
    double first = numbers(range.first()).value();
    double step = numbers(range.step()).value();
    double last = numbers(range.last()).value();
    double steps = Math.floor((last - first) / step * (1 + 1e-15));
    if (step == 0 || !(steps >= 0)) {
      return Matrix.of(1, 0, new double[0]);
    }
    if (steps > LONGEST_RANGE) {
      throw new Unreadable(
          "the range %s:%s:%s has more than %d elements"
              .formatted(first, step, last, LONGEST_RANGE),
          "Maybe a wrong step.");
    }
    double[] values = new double[(int) steps + 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = first + i * step;
    }
    return Matrix.row(values);
  }

  private Value brackets(Expression.Brackets brackets) {
    List<Matrix> rows = new ArrayList<>();
    for (List<Expression> row : brackets.rows()) {
      List<Matrix> parts = new ArrayList<>();
      for (Expression element : row) {
        Value part = value(element);
        if (!(part instanceof Matrix matrix)) {
          // Names joined to longer names; no table can be made of them.
          return part;
        }
        parts.add(matrix);
      }
      rows.add(requireWidth(rows, Matrix.beside(parts), row.get(0).line()));
    }
    List<Matrix> columns = rows.stream().map(Matrix::transposed).toList();
    return Matrix.beside(columns).transposed();
  }

  private static Matrix requireWidth(List<Matrix> above, Matrix row, int line) {
    for (Matrix first : above) {
      if (first.isEmpty() || row.isEmpty()) {
        continue;
      }
      if (first.columns() != row.columns()) {
        throw new Unreadable(
            line,
            "row %d of a matrix has %d elements where the rows before have %d"
                .formatted(above.size() + 1, row.columns(), first.columns()),
            "Maybe a semicolon is missing between two rows, or a number in this one.");
      }
      break;
    }
    return row;
  }
}
