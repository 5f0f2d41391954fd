package io.evenflow.conic;

import java.util.Arrays;

/**
 * The compressed columns of a list of (row, column) pairs in which duplicates share one entry, and
 * the map from each pair to its entry.
 */
final class CompressedPattern {
  private final int[] starts;
  private final int[] index;
  private final int[] positions;

  private CompressedPattern(int[] starts, int[] index, int[] positions) {
    this.starts = starts;
    this.index = index;
    this.positions = positions;
  }

  static CompressedPattern of(int rows, int columns, int[] row, int[] column, int count) {
    // Two counting sorts, by row and then by column, leave the rows of each column ascending.
    int[] order = sorted(column, columns, sorted(row, rows, identity(count), count), count);
    int[] starts = new int[columns + 1];
    int[] index = new int[count];
    int[] positions = new int[count];
    int size = 0;
    for (int k = 0; k < count; k++) {
      int t = order[k];
      boolean repeated = k > 0 && row[order[k - 1]] == row[t] && column[order[k - 1]] == column[t];
      if (!repeated) {
        index[size++] = row[t];
        starts[column[t] + 1]++;
      }
      positions[t] = size - 1;
    }
    for (int j = 0; j < columns; j++) {
      starts[j + 1] += starts[j];
    }
    return new CompressedPattern(starts, Arrays.copyOf(index, size), positions);
  }

  private static int[] identity(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, t -> t);
    return order;
  }

  private static int[] sorted(int[] key, int keys, int[] order, int count) {
    int[] next = new int[keys + 1];
    for (int t = 0; t < count; t++) {
      next[key[t] + 1]++;
    }
    for (int k = 0; k < keys; k++) {
      next[k + 1] += next[k];
    }
    int[] result = new int[count];
    for (int t : order) {
      result[next[key[t]]++] = t;
    }
    return result;
  }

  int size() {
    return index.length;
  }

  int[] starts() {
    return starts;
  }

  int[] index() {
    return index;
  }

  /** The entry that each pair became. */
  int[] positions() {
    return positions;
  }

  /** The entry that pair t became. */
  int position(int t) {
    return positions[t];
  }
}
