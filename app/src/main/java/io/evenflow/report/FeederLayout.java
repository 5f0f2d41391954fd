package io.evenflow.report;

import io.evenflow.grid.Feeder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Places the buses of a feeder as a one-line diagram: a column further from the substation with
 * each branch, the longest path from every bus straight on, the other branches off it in lanes of
 * their own, so that no line crosses another. Those off the main path go to both of its sides.
 */
final class FeederLayout {
  private final Feeder feeder;
  private final int[] column;
  private final int[] lane;

  /** Column of the furthest bus of each bus's subtree. */
  private final int[] furthest;

  private FeederLayout(Feeder feeder) {
    this.feeder = feeder;
    column = new int[feeder.busCount()];
    lane = new int[feeder.busCount()];
    furthest = new int[feeder.busCount()];
  }

  static FeederLayout of(Feeder feeder) {
    FeederLayout layout = new FeederLayout(feeder);
    layout.measure();
    layout.placeMainPath();
    return layout;
  }

  /** Branches between the substation and a bus. */
  int column(int bus) {
    return column[bus];
  }

  /** Lane of a bus; 0 is the main path's, those above it are negative. */
  int lane(int bus) {
    return lane[bus];
  }

  private void measure() {
    for (int i = 1; i < feeder.busCount(); i++) {
      column[i] = column[feeder.parent(i)] + 1;
    }
    for (int i = feeder.busCount() - 1; i >= 0; i--) {
      furthest[i] = Math.max(furthest[i], column[i]);
      if (i > 0) {
        int parent = feeder.parent(i);
        furthest[parent] = Math.max(furthest[parent], furthest[i]);
      }
    }
  }

  private void placeMainPath() {
    int[] below = new int[furthest[0] + 1];
    int[] above = new int[furthest[0] + 1];
    for (int side : sideBranches(0)) {
      int[] inner = place(side);
      int down = firstFree(below, side);
      int up = firstFree(above, side);
      boolean isBelow = down <= up;
      occupy(isBelow ? below : above, inner, isBelow ? down : up, side);
      move(side, isBelow ? down : up, isBelow ? 1 : -1);
    }
  }

  /** Places a subtree with its own longest path in lane 0; returns its last lane by column. */
  private int[] place(int root) {
    int[] last = new int[furthest[0] + 1];
    for (int side : sideBranches(root)) {
      int[] inner = place(side);
      int shift = firstFree(last, side);
      occupy(last, inner, shift, side);
      move(side, shift, 1);
    }
    return last;
  }

  /**
   * Buses that branch off the longest path from a bus, those far from the substation first: a line
   * to a later one then passes in front of all that is placed already.
   */
  private List<Integer> sideBranches(int root) {
    List<Integer> sides = new ArrayList<>();
    int at = root;
    while (at >= 0) {
      int onwards = -1;
      for (int child : feeder.children(at)) {
        if (onwards < 0 || furthest[child] > furthest[onwards]) {
          onwards = child;
        }
      }
      for (int child : feeder.children(at)) {
        if (child != onwards) {
          sides.addFirst(child);
        }
      }
      at = onwards;
    }
    return sides;
  }

  /** The first lane that is free from the bus a subtree hangs on to the subtree's end. */
  private int firstFree(int[] last, int root) {
    int lane = 0;
    for (int c = column[root] - 1; c <= furthest[root]; c++) {
      lane = Math.max(lane, last[c]);
    }
    return lane + 1;
  }

  private void occupy(int[] last, int[] inner, int shift, int root) {
    last[column[root] - 1] = Math.max(last[column[root] - 1], shift);
    for (int c = column[root]; c <= furthest[root]; c++) {
      last[c] = Math.max(last[c], shift + inner[c]);
    }
  }

  private void move(int root, int shift, int sign) {
    Deque<Integer> waiting = new ArrayDeque<>(List.of(root));
    while (!waiting.isEmpty()) {
      int bus = waiting.removeLast();
      lane[bus] = sign * (lane[bus] + shift);
      for (int child : feeder.children(bus)) {
        waiting.addLast(child);
      }
    }
  }
}
