package io.evenflow.solver;

import java.util.Arrays;

/**
 * Rows on their way into a model, as one call takes them. Reused, so that filling costs no memory.
 */
public final class RowBatch {
  private int rows;
  private int entries;
  int[] start = new int[16];
  double[] lower = new double[16];
  double[] upper = new double[16];
  int[] variable = new int[64];
  double[] value = new double[64];

  public int rows() {
    return rows;
  }

  public int entries() {
    return entries;
  }

  public void clear() {
    rows = 0;
    entries = 0;
  }

  /** Starts a row; its entries follow. */
  public RowBatch row(double rowLower, double rowUpper) {
    if (rows == start.length) {
      start = Arrays.copyOf(start, 2 * rows);
      lower = Arrays.copyOf(lower, 2 * rows);
      upper = Arrays.copyOf(upper, 2 * rows);
    }
    start[rows] = entries;
    lower[rows] = rowLower;
    upper[rows++] = rowUpper;
    return this;
  }

  /** An entry of the row started last; a variable at most once in a row. */
  public RowBatch entry(int column, double coefficient) {
    if (entries == value.length) {
      variable = Arrays.copyOf(variable, 2 * entries);
      value = Arrays.copyOf(value, 2 * entries);
    }
    variable[entries] = column;
    value[entries++] = coefficient;
    return this;
  }
}
