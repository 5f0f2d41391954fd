package io.evenflow.conic;

import java.util.Arrays;

/**
 * The elimination tree of a symmetric pattern: parent(j) = min {i &gt; j : L_ij ≠ 0}.
 *
 * <p>Liu, "The role of elimination trees in sparse factorization", doi:10.1137/0611010.
 */
final class EliminationTree {
  private final int[] parent;

  private EliminationTree(int[] parent) {
    this.parent = parent;
  }

  /** The tree of a matrix given by its upper triangle in compressed columns. */
  static EliminationTree of(int n, int[] starts, int[] index) {
    int[] parent = new int[n];
    int[] ancestor = new int[n];
    Arrays.fill(parent, -1);
    Arrays.fill(ancestor, -1);
    for (int k = 0; k < n; k++) {
      for (int p = starts[k]; p < starts[k + 1]; p++) {
        int i = index[p];
        while (i >= 0 && i < k) {
          int up = ancestor[i];
          ancestor[i] = k;
          if (up < 0) {
            parent[i] = k;
          }
          i = up;
        }
      }
    }
    return new EliminationTree(parent);
  }

  /** The parent of j, −1 of a root. */
  int parent(int j) {
    return parent[j];
  }

  /**
   * An equivalent order in which every subtree is contiguous, so that columns used together lie
   * together.
   */
  int[] postorder() {
    int n = parent.length;
    int[] firstChild = new int[n];
    int[] sibling = new int[n];
    Arrays.fill(firstChild, -1);
    Arrays.fill(sibling, -1);
    for (int j = n - 1; j >= 0; j--) {
      if (parent[j] >= 0) {
        sibling[j] = firstChild[parent[j]];
        firstChild[parent[j]] = j;
      }
    }
    int[] order = new int[n];
    int[] stack = new int[n];
    int count = 0;
    for (int root = 0; root < n; root++) {
      if (parent[root] >= 0) {
        continue;
      }
      int depth = 0;
      stack[0] = root;
      while (depth >= 0) {
        int node = stack[depth];
        int child = firstChild[node];
        if (child >= 0) {
          firstChild[node] = sibling[child];
          stack[++depth] = child;
        } else {
          order[count++] = node;
          depth--;
        }
      }
    }
    return order;
  }
}
