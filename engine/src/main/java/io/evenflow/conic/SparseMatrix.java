package io.evenflow.conic;

import java.util.Arrays;

/**
 * A sparse matrix in compressed columns: the entries of column j are those at {@code
 * columnStarts[j] … columnStarts[j+1]-1}, with rows ascending.
 *
 * <p>The structure never changes; stored zeros are kept, so that a program whose numbers change
 * keeps its pattern.
 */
public final class SparseMatrix {
  final int rows;
  final int columns;
  final int[] starts;
  final int[] index;
  final double[] values;

  SparseMatrix(int rows, int columns, int[] starts, int[] index, double[] values) {
    this.rows = rows;
    this.columns = columns;
    this.starts = starts;
    this.index = index;
    this.values = values;
  }

  /**
   * Builds a matrix from the first {@code count} triplets; duplicates are summed.
   *
   * @param row row of each entry, 0 ≤ row &lt; rows
   * @param column column of each entry, 0 ≤ column &lt; columns
   * @param value value of each entry, finite
   * @throws IllegalArgumentException if an entry lies outside the matrix or is not finite
   */
  public static SparseMatrix ofTriplets(
      int rows, int columns, int[] row, int[] column, double[] value, int count) {
    for (int t = 0; t < count; t++) {
      checkTriplet(rows, columns, t, row[t], column[t], value[t]);
    }
    CompressedPattern pattern = CompressedPattern.of(rows, columns, row, column, count);
    double[] values = new double[pattern.size()];
    for (int t = 0; t < count; t++) {
      values[pattern.position(t)] += value[t];
    }
    return new SparseMatrix(rows, columns, pattern.starts(), pattern.index(), values);
  }

  /** The matrix without entries. */
  public static SparseMatrix empty(int rows, int columns) {
    return new SparseMatrix(rows, columns, new int[columns + 1], new int[0], new double[0]);
  }

  private static void checkTriplet(int rows, int columns, int t, int row, int column, double v) {
    if (row < 0 || row >= rows || column < 0 || column >= columns) {
      throw new IllegalArgumentException(
          "triplet %d: entry (%d, %d) must lie in a %d×%d matrix\nMaybe indices count from one?"
              .formatted(t, row, column, rows, columns));
    }
    if (!Double.isFinite(v)) {
      throw new IllegalArgumentException(
          "triplet %d: value %s at (%d, %d) must be finite\nMaybe a division by zero upstream?"
              .formatted(t, v, row, column));
    }
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns;
  }

  /** Number of stored entries. */
  public int size() {
    return index.length;
  }

  /** A copy of the column starts; length columns + 1. */
  public int[] columnStarts() {
    return starts.clone();
  }

  /** A copy of the row of every entry. */
  public int[] rowIndices() {
    return index.clone();
  }

  /** A copy of the value of every entry. */
  public double[] values() {
    return values.clone();
  }

  /** The same pattern with values of its own, for scaling in place. */
  SparseMatrix copy() {
    return new SparseMatrix(rows, columns, starts, index, values.clone());
  }

  /** y = Mᵀx, a gather over columns; columns of one entry are common and taken apart. */
  void transposedProduct(double[] x, double[] y) {
    int[] ends = starts;
    int[] place = index;
    double[] value = values;
    int p = 0;
    for (int j = 0; j < columns; j++) {
      int end = ends[j + 1];
      if (end - p == 1) {
        y[j] = value[p] * x[place[p]];
        p = end;
      } else {
        double sum = 0;
        for (; p < end; p++) {
          sum += value[p] * x[place[p]];
        }
        y[j] = sum;
      }
    }
  }

  /** y = Mx where this holds the upper triangle of a symmetric M. */
  void symmetricProduct(double[] x, double[] y) {
    Arrays.fill(y, 0, columns, 0.0);
    for (int j = 0; j < columns; j++) {
      double xj = x[j];
      double sum = 0;
      for (int p = starts[j]; p < starts[j + 1]; p++) {
        int i = index[p];
        if (i == j) {
          sum += values[p] * xj;
        } else {
          sum += values[p] * x[i];
          y[i] += values[p] * xj;
        }
      }
      y[j] += sum;
    }
  }

  /** The transposed matrix; {@code positions[p]} receives the place there of entry p here. */
  SparseMatrix transposed(int[] positions) {
    int[] transposedStarts = new int[rows + 1];
    for (int i : index) {
      transposedStarts[i + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      transposedStarts[i + 1] += transposedStarts[i];
    }
    int[] next = transposedStarts.clone();
    int[] transposedIndex = new int[index.length];
    double[] transposedValues = new double[index.length];
    for (int j = 0; j < columns; j++) {
      for (int p = starts[j]; p < starts[j + 1]; p++) {
        int at = next[index[p]]++;
        positions[p] = at;
        transposedIndex[at] = j;
        transposedValues[at] = values[p];
      }
    }
    return new SparseMatrix(columns, rows, transposedStarts, transposedIndex, transposedValues);
  }
}
