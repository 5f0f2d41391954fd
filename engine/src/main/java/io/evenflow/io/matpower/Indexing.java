package io.evenflow.io.matpower;

import java.util.stream.IntStream;

/**
 * Elements of a matrix by one index (counted down the columns) or by two, read, replaced or
 * removed. Indices are places from 0 here; {@link #places} makes them from MATLAB's values, which
 * start at 1.
 */
final class Indexing {
  private Indexing() {}

  /** All places of a dimension. */
  static int[] all(int length) {
    return IntStream.range(0, length).toArray();
  }

  /** The places an index value selects in a dimension of a length. */
  static int[] places(Matrix index, int length) {
    if (index.isLogical()) {
      if (index.size() > length) {
        throw outside(index.size(), length);
      }
      return IntStream.range(0, index.size()).filter(i -> index.at(i) != 0).toArray();
    }
    int[] places = new int[index.size()];
    for (int i = 0; i < places.length; i++) {
      double value = index.at(i);
      if (!(value >= 1 && value == Math.rint(value) && value <= Integer.MAX_VALUE)) {
        throw new Unreadable(
            "index " + value + " is not a whole number from 1", "Maybe a wrong variable.");
      }
      places[i] = (int) value - 1;
    }
    return places;
  }

  static Matrix get(Matrix matrix, int[] rows, int[] columns) {
    requireInside(rows, matrix.rows());
    requireInside(columns, matrix.columns());
    double[] elements = new double[rows.length * columns.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        elements[i * columns.length + j] = matrix.at(rows[i], columns[j]);
      }
    }
    return Matrix.of(rows.length, columns.length, elements);
  }

  /** By a single index; {@code shape} is the index, whose shape the result takes. */
  static Matrix get(Matrix matrix, int[] places, Matrix shape) {
    requireInside(places, matrix.size());
    double[] values = IntStream.of(places).mapToDouble(matrix::at).toArray();
    boolean isRow = matrix.rows() == 1 && matrix.columns() != 1;
    boolean isColumn = matrix.columns() == 1 && matrix.rows() != 1;
    if (isColumn || (!isRow && (shape.columns() == 1 || shape.isLogical()))) {
      return Matrix.of(values.length, 1, values);
    }
    if (isRow || shape.rows() == 1) {
      return Matrix.of(1, values.length, values);
    }
    // Values run down the columns of the shape, and matrices keep their rows together.
    return Matrix.of(/* rows= */ shape.columns(), /* columns= */ shape.rows(), values).transposed();
  }

  /** A copy with elements replaced by a scalar or by a matrix of the same shape; it may grow. */
  static Matrix set(Matrix matrix, int[] rows, int[] columns, Matrix value) {
    boolean fits = value.rows() == rows.length && value.columns() == columns.length;
    boolean isVectorOfSameLength =
        value.size() == rows.length * columns.length
            && (rows.length == 1 || columns.length == 1)
            && (value.rows() == 1 || value.columns() == 1);
    if (!value.isScalar() && !fits && !isVectorOfSameLength) {
      throw new Unreadable(
          "a matrix of %s cannot replace %d × %d elements"
              .formatted(value.shape(), rows.length, columns.length),
          "Maybe an index selects too few or too many rows or columns.");
    }
    int newRows = Math.max(matrix.rows(), largest(rows) + 1);
    int newColumns = Math.max(matrix.columns(), largest(columns) + 1);
    double[] elements = matrix.elementsCopy(newRows, newColumns);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double element = value.isScalar() ? value.value() : value.at(j * rows.length + i);
        elements[rows[i] * newColumns + columns[j]] = element;
      }
    }
    return Matrix.of(newRows, newColumns, elements);
  }

  /** A copy with elements at places counted down the columns replaced; only a vector may grow. */
  static Matrix set(Matrix matrix, int[] places, Matrix value) {
    if (matrix.rows() <= 1) {
      return set(matrix, new int[] {0}, places, value);
    }
    if (matrix.columns() == 1) {
      return set(matrix, places, new int[] {0}, value);
    }
    requireInside(places, matrix.size());
    if (!value.isScalar() && value.size() != places.length) {
      throw new Unreadable(
          "%d numbers cannot replace %d elements".formatted(value.size(), places.length),
          "Maybe an index selects too few or too many elements.");
    }
    double[] elements = matrix.elementsCopy(matrix.rows(), matrix.columns());
    for (int i = 0; i < places.length; i++) {
      int row = places[i] % matrix.rows();
      int column = places[i] / matrix.rows();
      elements[row * matrix.columns() + column] = value.isScalar() ? value.value() : value.at(i);
    }
    return Matrix.of(matrix.rows(), matrix.columns(), elements);
  }

  /** A copy without some rows. */
  static Matrix withoutRows(Matrix matrix, int[] rows) {
    requireInside(rows, matrix.rows());
    int[] kept =
        IntStream.range(0, matrix.rows())
            .filter(row -> IntStream.of(rows).noneMatch(gone -> gone == row))
            .toArray();
    return get(matrix, kept, all(matrix.columns()));
  }

  private static int largest(int[] places) {
    return IntStream.of(places).max().orElse(-1);
  }

  private static void requireInside(int[] places, int length) {
    if (largest(places) >= length) {
      throw outside(largest(places) + 1, length);
    }
  }

  private static Unreadable outside(int index, int length) {
    return new Unreadable(
        "index %d is beyond %d".formatted(index, length),
        "Maybe a column is missing in the table.");
  }
}
