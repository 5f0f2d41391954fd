package io.evenflow.conic;

import java.util.Arrays;

/**
 * A fill-reducing ordering of a symmetric pattern by approximate minimum degree.
 *
 * <p>The graph is kept as a quotient graph: eliminating variable p turns it into an element whose
 * list L_p is its clique, so the graph never grows. The degree of a variable i of L_p is bounded by
 *
 * <pre>
 *   d_i = min( n − k,  d_i + |L_p \ i|,  |A_i| + |L_p \ i| + Σ_{e ∈ E_i} |L_e \ L_p| )
 * </pre>
 *
 * <p>with elements absorbed when L_e ⊆ L_p, variables of equal lists merged, and variables known by
 * p alone eliminated with it. Amestoy, Davis &amp; Duff, "An approximate minimum degree ordering
 * algorithm", doi:10.1137/S0895479894278952.
 */
final class MinimumDegree {
  private final int n;

  /** Of a variable: its elements, then its variables. Of an element: its variables. */
  private int[] lists;

  private int free;
  private final int[] start;
  private final int[] length;
  private final int[] elements;

  /** Variables a supervariable stands for; negative while it lies in L_p; 0 once it is gone. */
  private final int[] weight;

  /** Approximate degree of a variable, exact size of an element. */
  private final int[] degree;

  private final boolean[] liveElement;
  private final int[] outside;
  private final int[] outsideStamp;
  private final int[] seen;
  private int seenStamp;
  private final int[] parent;
  private final DegreeLists queue;
  private final int[] hashHead;
  private final int[] hashNext;
  private final int[] hash;
  private final int[] pivots;
  private int pivotCount;
  private int eliminated;

  private MinimumDegree(int n, int[] starts, int[] index) {
    this.n = n;
    start = new int[n];
    length = new int[n];
    elements = new int[n];
    weight = new int[n];
    degree = new int[n];
    liveElement = new boolean[n];
    outside = new int[n];
    outsideStamp = new int[n];
    seen = new int[n];
    parent = new int[n];
    queue = new DegreeLists(n);
    hashHead = new int[n];
    hashNext = new int[n];
    hash = new int[n];
    pivots = new int[n];
    Arrays.fill(parent, -1);
    Arrays.fill(hashHead, -1);
    Arrays.fill(weight, 1);
    lists = new int[0];
    readGraph(starts, index);
  }

  /**
   * Orders a symmetric matrix given by its upper triangle.
   *
   * @param starts column starts, length n + 1
   * @param index rows of the entries, without duplicates; diagonal entries are ignored
   * @return order[k] is the variable to eliminate as the k-th
   */
  static int[] order(int n, int[] starts, int[] index) {
    MinimumDegree ordering = new MinimumDegree(n, starts, index);
    ordering.run();
    return ordering.sequence();
  }

  private void readGraph(int[] starts, int[] index) {
    for (int j = 0; j < n; j++) {
      for (int p = starts[j]; p < starts[j + 1]; p++) {
        if (index[p] != j) {
          length[j]++;
          length[index[p]]++;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      start[i] = free;
      free += length[i];
    }
    lists = new int[free + free / 2 + n + 1];
    int[] next = start.clone();
    for (int j = 0; j < n; j++) {
      for (int p = starts[j]; p < starts[j + 1]; p++) {
        if (index[p] != j) {
          lists[next[j]++] = index[p];
          lists[next[index[p]]++] = j;
        }
      }
    }
  }

  private void run() {
    double dense = Math.max(16, 10 * Math.sqrt(n));
    for (int i = 0; i < n; i++) {
      degree[i] = length[i];
      if (degree[i] > dense) {
        // Nearly full rows go last: they would only blur the degrees of all others.
        weight[i] = 0;
        eliminated++;
      } else {
        queue.add(i, degree[i]);
      }
    }
    while (eliminated < n) {
      eliminate(queue.poll());
    }
  }

  private void eliminate(int p) {
    eliminated += weight[p];
    pivots[pivotCount++] = p;
    int stamp = pivotCount;
    formElement(p);
    measureOutside(p, stamp);
    for (int k = start[p]; k < start[p] + length[p]; k++) {
      updateLists(lists[k], p);
    }
    for (int k = start[p]; k < start[p] + length[p]; k++) {
      mergeEqual(lists[k]);
    }
    finishElement(p);
  }

  /** L_p = A_p ∪ ⋃ L_e \ p; the elements of p are absorbed by it. */
  private void formElement(int p) {
    weight[p] = -weight[p];
    int begin = free;
    int size = 0;
    int last = start[p] + elements[p];
    for (int k = start[p]; k < last; k++) {
      int e = lists[k];
      if (liveElement[e]) {
        size += gather(start[e], length[e]);
        liveElement[e] = false;
      }
    }
    size += gather(last, length[p] - elements[p]);
    start[p] = begin;
    length[p] = free - begin;
    degree[p] = size;
    liveElement[p] = true;
  }

  private int gather(int from, int count) {
    if (free + count > lists.length) {
      lists = Arrays.copyOf(lists, Math.max(free + count, lists.length + lists.length / 2));
    }
    int size = 0;
    for (int k = from; k < from + count; k++) {
      int i = lists[k];
      if (weight[i] > 0) {
        size += weight[i];
        weight[i] = -weight[i];
        queue.remove(i, degree[i]);
        lists[free++] = i;
      }
    }
    return size;
  }

  /** outside[e] = |L_e \ L_p| for every element e next to L_p. */
  private void measureOutside(int p, int stamp) {
    for (int k = start[p]; k < start[p] + length[p]; k++) {
      int i = lists[k];
      for (int t = start[i]; t < start[i] + elements[i]; t++) {
        int e = lists[t];
        if (liveElement[e]) {
          if (outsideStamp[e] != stamp) {
            outsideStamp[e] = stamp;
            outside[e] = degree[e];
          }
          outside[e] += weight[i];
        }
      }
    }
  }

  private void updateLists(int i, int p) {
    int begin = start[i];
    int variables = begin + elements[i];
    int end = begin + length[i];
    int to = begin;
    int bound = 0;
    int code = 0;
    for (int t = begin; t < variables; t++) {
      int e = lists[t];
      if (liveElement[e] && outside[e] == 0) {
        liveElement[e] = false;
      } else if (liveElement[e]) {
        lists[to++] = e;
        bound += outside[e];
        code += e;
      }
    }
    int kept = to;
    for (int t = variables; t < end; t++) {
      int j = lists[t];
      if (weight[j] > 0) {
        lists[to++] = j;
        bound += weight[j];
        code += j;
      }
    }
    if (bound == 0) {
      eliminateWith(i, p);
      return;
    }
    // Something of i led to p and is gone from the list, so there is room for p itself.
    lists[to] = lists[kept];
    lists[kept] = p;
    elements[i] = kept + 1 - begin;
    length[i] = to + 1 - begin;
    degree[i] = Math.min(degree[i], bound);
    int bucket = Math.floorMod(code, n);
    hash[i] = bucket;
    hashNext[i] = hashHead[bucket];
    hashHead[bucket] = i;
  }

  private void eliminateWith(int i, int p) {
    eliminated -= weight[i];
    degree[p] += weight[i];
    weight[i] = 0;
    parent[i] = p;
  }

  /** Merges the variables of one bucket whose lists are equal. */
  private void mergeEqual(int member) {
    if (weight[member] == 0) {
      return;
    }
    int i = hashHead[hash[member]];
    hashHead[hash[member]] = -1;
    for (; i >= 0 && hashNext[i] >= 0; i = hashNext[i]) {
      seenStamp++;
      for (int t = start[i]; t < start[i] + length[i]; t++) {
        seen[lists[t]] = seenStamp;
      }
      int previous = i;
      for (int j = hashNext[i]; j >= 0; j = hashNext[j]) {
        if (equalLists(i, j)) {
          weight[i] += weight[j];
          weight[j] = 0;
          parent[j] = i;
          hashNext[previous] = hashNext[j];
        } else {
          previous = j;
        }
      }
    }
  }

  private boolean equalLists(int i, int j) {
    if (length[i] != length[j] || elements[i] != elements[j]) {
      return false;
    }
    for (int t = start[j]; t < start[j] + length[j]; t++) {
      if (seen[lists[t]] != seenStamp) {
        return false;
      }
    }
    return true;
  }

  private void finishElement(int p) {
    int to = start[p];
    for (int k = start[p]; k < start[p] + length[p]; k++) {
      int i = lists[k];
      if (weight[i] < 0) {
        weight[i] = -weight[i];
        int bound = degree[i] + degree[p] - weight[i];
        degree[i] = Math.min(bound, n - eliminated - weight[i]);
        queue.add(i, degree[i]);
        lists[to++] = i;
      }
    }
    length[p] = to - start[p];
    free = to;
    liveElement[p] = length[p] > 0;
    weight[p] = 0;
  }

  /** The pivots in turn, each followed by the variables that went with it, dense rows last. */
  private int[] sequence() {
    int[] rank = new int[n];
    Arrays.fill(rank, -1);
    for (int k = 0; k < pivotCount; k++) {
      rank[pivots[k]] = k;
    }
    int[] next = new int[pivotCount + 2];
    for (int i = 0; i < n; i++) {
      rank[i] = rankOf(i, rank);
      next[rank[i] + 1]++;
    }
    for (int k = 0; k <= pivotCount; k++) {
      next[k + 1] += next[k];
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[next[rank[i]]++] = i;
    }
    return order;
  }

  private int rankOf(int i, int[] rank) {
    int root = i;
    while (rank[root] < 0 && parent[root] >= 0) {
      root = parent[root];
    }
    return rank[root] < 0 ? pivotCount : rank[root];
  }
}
