package io.evenflow.io.matpower;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A real matrix; scalars are 1 × 1. Never changed once made. */
final class Matrix implements Value {
  static final Matrix EMPTY = new Matrix(0, 0, new double[0], false);
  private static final double MAX_ELEMENTS = 2e7;

  private final int rows;
  private final int columns;
  private final double[] elements;
  private final boolean logical;

  /** Takes the array, row by row, as its own. */
  private Matrix(int rows, int columns, double[] elements, boolean logical) {
    this.rows = rows;
    this.columns = columns;
    this.elements = elements;
    this.logical = logical;
  }

  static Matrix of(int rows, int columns, double[] elements) {
    return new Matrix(rows, columns, elements, false);
  }

  static Matrix scalar(double value) {
    return new Matrix(1, 1, new double[] {value}, false);
  }

  static Matrix row(double... values) {
    return new Matrix(1, values.length, values.clone(), false);
  }

  static Matrix filled(int rows, int columns, double value) {
    requireSize((double) rows * columns);
    double[] elements = new double[rows * columns];
    Arrays.fill(elements, value);
    return new Matrix(rows, columns, elements, false);
  }

  static void requireSize(double elements) {
    if (!(elements <= MAX_ELEMENTS)) {
      throw new Unreadable(
          "a matrix of %.0f elements is too large; %.0f are the most"
              .formatted(elements, MAX_ELEMENTS),
          "Maybe an index or a range is wrong.");
    }
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  int size() {
    return elements.length;
  }

  boolean isScalar() {
    return elements.length == 1;
  }

  boolean isEmpty() {
    return elements.length == 0;
  }

  /** Whether it came from a comparison, and so selects elements when it is an index. */
  boolean isLogical() {
    return logical;
  }

  String shape() {
    return rows + " × " + columns;
  }

  double at(int row, int column) {
    return elements[row * columns + column];
  }

  /** The element at a place counted down the columns, as MATLAB counts. */
  double at(int place) {
    return at(place % rows, place / rows);
  }

  /** The only element of a scalar. */
  double value() {
    if (!isScalar()) {
      throw new Unreadable(
          "found a matrix of " + shape() + " where a single number is needed",
          "Maybe an index is missing.");
    }
    return elements[0];
  }

  /** All elements, down the columns. */
  double[] byColumn() {
    double[] values = new double[elements.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(i);
    }
    return values;
  }

  double[][] toRows() {
    double[][] table = new double[rows][];
    for (int i = 0; i < rows; i++) {
      table[i] = Arrays.copyOfRange(elements, i * columns, (i + 1) * columns);
    }
    return table;
  }

  Matrix asLogical() {
    return new Matrix(rows, columns, elements, true);
  }

  Matrix map(DoubleUnaryOperator function) {
    return of(rows, columns, Arrays.stream(elements).map(function).toArray());
  }

  Matrix transposed() {
    double[] turned = new double[elements.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = at(i, j);
      }
    }
    return new Matrix(columns, rows, turned, logical);
  }

  /** Element by element; a scalar, a row or a column is repeated to the other's size. */
  Matrix combine(Matrix other, DoubleBinaryOperator function) {
    int newRows = common(rows, other.rows, other);
    int newColumns = common(columns, other.columns, other);
    requireSize((double) newRows * newColumns);
    double[] result = new double[newRows * newColumns];
    for (int i = 0; i < newRows; i++) {
      for (int j = 0; j < newColumns; j++) {
        result[i * newColumns + j] = function.applyAsDouble(repeated(i, j), other.repeated(i, j));
      }
    }
    return of(newRows, newColumns, result);
  }

  private double repeated(int row, int column) {
    return at(rows == 1 ? 0 : row, columns == 1 ? 0 : column);
  }

  private int common(int length, int otherLength, Matrix other) {
    if (length != otherLength && length != 1 && otherLength != 1) {
      throw new Unreadable(
          "matrices of %s and %s do not fit together".formatted(shape(), other.shape()),
          "Maybe a row or a column is missing in one of them.");
    }
    return length == 1 ? otherLength : length;
  }

  /** Copies with some elements replaced start here. */
  double[] elementsCopy(int newRows, int newColumns) {
    requireSize((double) newRows * newColumns);
    double[] copy = new double[newRows * newColumns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(elements, i * columns, copy, i * newColumns, columns);
    }
    return copy;
  }

  static Matrix beside(List<Matrix> parts) {
    List<Matrix> filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    if (filled.isEmpty()) {
      return EMPTY;
    }
    int rows = filled.get(0).rows;
    int columns = 0;
    for (Matrix part : filled) {
      if (part.rows != rows) {
        throw new Unreadable(
            "matrices of %s and %s do not fit beside each other"
                .formatted(filled.get(0).shape(), part.shape()),
            "Maybe a transpose is missing.");
      }
      columns += part.columns;
    }
    requireSize((double) rows * columns);
    double[] elements = new double[rows * columns];
    int offset = 0;
    for (Matrix part : filled) {
      for (int i = 0; i < rows; i++) {
        System.arraycopy(
            part.elements, i * part.columns, elements, i * columns + offset, part.columns);
      }
      offset += part.columns;
    }
    return of(rows, columns, elements);
  }
}
