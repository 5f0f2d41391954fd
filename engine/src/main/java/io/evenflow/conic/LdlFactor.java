package io.evenflow.conic;

/**
 * K = LDLᵀ of a quasi-definite matrix without pivoting, L unit lower triangular, D diagonal.
 *
 * <p>Row k of L solves L_{1:k,1:k} D y = K_{1:k,k} over the part of the elimination tree below k
 * (the up-looking method; Davis, "Algorithm 849", doi:10.1145/1114268.1114277). The rows' patterns
 * and places in L are found once, so that refactoring is arithmetic only. A quasi-definite matrix
 * has such a factor for every order (Vanderbei, doi:10.1137/0805005); rounding may still spoil a
 * pivot, which is then replaced by a small one of the right sign.
 */
final class LdlFactor {
  private static final double LEAST_PIVOT = 1e-13;
  private static final double REPLACED_PIVOT = 2e-7;

  private final int n;
  private final int[] starts;
  private final int[] index;
  private final byte[] signs;
  private final int[] rowStarts;
  private final int[] rowColumns;
  private final int[] rowPlaces;
  private final int[] columnStarts;
  private final int[] rows;
  private final double[] lower;
  private final double[] inversePivots;
  private final double[] work;
  private int replacedPivots;

  /**
   * Analyses a pattern.
   *
   * @param starts column starts of the upper triangle
   * @param index rows of the entries, ascending, each column ending with its diagonal entry
   * @param signs expected sign of each pivot
   */
  LdlFactor(int n, int[] starts, int[] index, byte[] signs) {
    this.n = n;
    this.starts = starts;
    this.index = index;
    this.signs = signs;
    EliminationTree tree = EliminationTree.of(n, starts, index);
    rowStarts = new int[n + 1];
    columnStarts = new int[n + 1];
    countEntries(tree);
    int size = columnStarts[n];
    rowColumns = new int[size];
    rowPlaces = new int[size];
    rows = new int[size];
    lower = new double[size];
    inversePivots = new double[n];
    work = new double[n];
    placeEntries(tree);
  }

  private void countEntries(EliminationTree tree) {
    int[] visited = new int[n];
    for (int k = 0; k < n; k++) {
      visited[k] = k;
      int count = 0;
      for (int p = starts[k]; p < starts[k + 1]; p++) {
        for (int j = index[p]; visited[j] != k; j = tree.parent(j)) {
          visited[j] = k;
          columnStarts[j + 1]++;
          count++;
        }
      }
      rowStarts[k + 1] = rowStarts[k] + count;
    }
    for (int j = 0; j < n; j++) {
      columnStarts[j + 1] += columnStarts[j];
    }
  }

  private void placeEntries(EliminationTree tree) {
    int[] visited = new int[n];
    int[] path = new int[n];
    int[] next = columnStarts.clone();
    for (int k = 0; k < n; k++) {
      visited[k] = k;
      int top = rowStarts[k + 1];
      for (int p = starts[k]; p < starts[k + 1]; p++) {
        int depth = 0;
        for (int j = index[p]; visited[j] != k; j = tree.parent(j)) {
          visited[j] = k;
          path[depth++] = j;
        }
        // A path found later may end below one found earlier, so it is put in front of it.
        while (depth > 0) {
          rowColumns[--top] = path[--depth];
        }
      }
      for (int t = rowStarts[k]; t < rowStarts[k + 1]; t++) {
        int place = next[rowColumns[t]]++;
        rowPlaces[t] = place;
        rows[place] = k;
      }
    }
  }

  /** Number of entries of L below its diagonal. */
  int size() {
    return lower.length;
  }

  /** Pivots of the last factorisation that had to be replaced. */
  int replacedPivots() {
    return replacedPivots;
  }

  /** Factors the matrix of these values; false if a number is not finite. */
  boolean factor(double[] values) {
    replacedPivots = 0;
    for (int k = 0; k < n; k++) {
      int last = starts[k + 1] - 1;
      for (int p = starts[k]; p < last; p++) {
        work[index[p]] = values[p];
      }
      double pivot = values[last] - eliminateRow(k);
      if (!Double.isFinite(pivot)) {
        return false;
      }
      if (pivot * signs[k] <= LEAST_PIVOT) {
        pivot = signs[k] * REPLACED_PIVOT;
        replacedPivots++;
      }
      inversePivots[k] = 1 / pivot;
    }
    return true;
  }

  private double eliminateRow(int k) {
    // Local copies of the fields let the compiler keep them in registers across the stores.
    int[] places = rows;
    double[] l = lower;
    double[] y = work;
    double sum = 0;
    int end = rowStarts[k + 1];
    for (int t = rowStarts[k]; t < end; t++) {
      int j = rowColumns[t];
      int place = rowPlaces[t];
      double yj = y[j];
      y[j] = 0;
      for (int p = columnStarts[j]; p < place; p++) {
        y[places[p]] -= l[p] * yj;
      }
      double entry = yj * inversePivots[j];
      l[place] = entry;
      sum += yj * entry;
    }
    return sum;
  }

  /** Overwrites x by K⁻¹x. */
  void solve(double[] x) {
    int[] places = rows;
    int[] begins = columnStarts;
    double[] l = lower;
    for (int j = 0, p = 0; j < n; j++) {
      double xj = x[j];
      for (int end = begins[j + 1]; p < end; p++) {
        x[places[p]] -= l[p] * xj;
      }
    }
    for (int j = n - 1; j >= 0; j--) {
      int p = begins[j];
      int end = begins[j + 1];
      double even = x[j] * inversePivots[j];
      double odd = 0;
      for (; p + 1 < end; p += 2) {
        even -= l[p] * x[places[p]];
        odd -= l[p + 1] * x[places[p + 1]];
      }
      x[j] = p < end ? even + odd - l[p] * x[places[p]] : even + odd;
    }
  }
}
