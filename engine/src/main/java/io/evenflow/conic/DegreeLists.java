package io.evenflow.conic;

import java.util.Arrays;

/** Variables in doubly linked lists by degree, for taking one of least degree. */
final class DegreeLists {
  private final int[] head;
  private final int[] next;
  private final int[] previous;
  private int least;

  DegreeLists(int n) {
    head = new int[n + 1];
    next = new int[n];
    previous = new int[n];
    Arrays.fill(head, -1);
  }

  void add(int i, int degree) {
    next[i] = head[degree];
    previous[i] = -1;
    if (head[degree] >= 0) {
      previous[head[degree]] = i;
    }
    head[degree] = i;
    least = Math.min(least, degree);
  }

  void remove(int i, int degree) {
    if (previous[i] >= 0) {
      next[previous[i]] = next[i];
    } else {
      head[degree] = next[i];
    }
    if (next[i] >= 0) {
      previous[next[i]] = previous[i];
    }
  }

  /** Removes and returns a variable of least degree; there must be one. */
  int poll() {
    while (head[least] < 0) {
      least++;
    }
    int i = head[least];
    remove(i, least);
    return i;
  }
}
