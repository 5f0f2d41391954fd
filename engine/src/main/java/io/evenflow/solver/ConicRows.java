package io.evenflow.solver;

import io.evenflow.conic.SparseMatrix;
import io.evenflow.mip.Affine;
import java.util.Arrays;

/** Rows a·x + s = b of a conic program, collected one after another. */
final class ConicRows {
  private int rows;
  private int entries;
  private int[] row = new int[256];
  private int[] column = new int[256];
  private double[] value = new double[256];
  private double[] bound = new double[64];

  /** Starts a row with right-hand side b; returns its index. */
  int row(double b) {
    if (rows == bound.length) {
      bound = Arrays.copyOf(bound, 2 * rows);
    }
    bound[rows] = b;
    return rows++;
  }

  /** An entry of the row started last; entries of one variable add up. */
  void entry(int variable, double coefficient) {
    if (entries == value.length) {
      row = Arrays.copyOf(row, 2 * entries);
      column = Arrays.copyOf(column, 2 * entries);
      value = Arrays.copyOf(value, 2 * entries);
    }
    row[entries] = rows - 1;
    column[entries] = variable;
    value[entries++] = coefficient;
  }

  /** The row s = factor·a + otherFactor·b. */
  void slackEquals(double factor, Affine a, double otherFactor, Affine b) {
    row(factor * a.constant() + otherFactor * b.constant());
    terms(-factor, a);
    terms(-otherFactor, b);
  }

  /** The row s = factor·a. */
  void slackEquals(double factor, Affine a) {
    row(factor * a.constant());
    terms(-factor, a);
  }

  private void terms(double factor, Affine a) {
    for (int k = 0; k < a.variables().length; k++) {
      entry(a.variables()[k], factor * a.coefficients()[k]);
    }
  }

  int rows() {
    return rows;
  }

  double[] bounds() {
    return Arrays.copyOf(bound, rows);
  }

  SparseMatrix matrix(int columns) {
    return SparseMatrix.ofTriplets(rows, columns, row, column, value, entries);
  }
}
