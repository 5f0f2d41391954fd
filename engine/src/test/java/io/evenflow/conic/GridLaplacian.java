package io.evenflow.conic;

import java.util.ArrayList;
import java.util.List;

/** The five-point Laplacian of a square grid plus the identity, as an upper triangle. */
final class GridLaplacian {
  private GridLaplacian() {}

  static SparseMatrix upperTriangle(int side) {
    List<int[]> places = new ArrayList<>();
    int n = side * side;
    for (int i = 0; i < n; i++) {
      places.add(new int[] {i, i, 5});
      if (i % side + 1 < side) {
        places.add(new int[] {i, i + 1, -1});
      }
      if (i + side < n) {
        places.add(new int[] {i, i + side, -1});
      }
    }
    int[] row = places.stream().mapToInt(place -> place[0]).toArray();
    int[] column = places.stream().mapToInt(place -> place[1]).toArray();
    double[] value = places.stream().mapToDouble(place -> place[2]).toArray();
    return SparseMatrix.ofTriplets(n, n, row, column, value, row.length);
  }

  /** PᵀMP for the order in which order[k] comes as k-th, again as an upper triangle. */
  static SparseMatrix permuted(SparseMatrix upper, int[] order) {
    int[] inverse = KktStructure.inverse(order);
    int[] row = new int[upper.size()];
    int[] column = new int[upper.size()];
    for (int j = 0; j < upper.columns; j++) {
      for (int p = upper.starts[j]; p < upper.starts[j + 1]; p++) {
        int i = upper.index[p];
        row[p] = Math.min(inverse[i], inverse[j]);
        column[p] = Math.max(inverse[i], inverse[j]);
      }
    }
    return SparseMatrix.ofTriplets(
        upper.rows, upper.columns, row, column, upper.values(), row.length);
  }
}
