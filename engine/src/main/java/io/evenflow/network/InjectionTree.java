package io.evenflow.network;

import io.evenflow.grid.Feeder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The feeder as those see it who draw power from it: buses below which the same of them lie are one
 * direction, for what flows there depends on the same sum.
 *
 * <pre>
 * [1] -- 2 -- 3 -- 4 a        directions: 2 and 3 and the substation carry a + b,
 *             |               4 carries a, 5 and 6 carry b
 *             5 -- 6 b
 * </pre>
 */
final class InjectionTree {
  /** Nobody lies below. */
  static final int NONE = -1;

  private final int[] directionOfBus;
  private final List<int[]> members = new ArrayList<>();

  /** The nearest direction towards the substation, {@link #NONE} for the outermost. */
  private final List<Integer> parent = new ArrayList<>();

  /** Those at the direction's own bus, with others below it. */
  private final List<int[]> own = new ArrayList<>();

  /**
   * @param busOf index of the bus of each who draws power
   */
  InjectionTree(Feeder feeder, int[] busOf) {
    int n = feeder.busCount();
    directionOfBus = new int[n];
    Arrays.fill(directionOfBus, NONE);
    List<List<Integer>> at = new ArrayList<>();
    for (int j = 0; j < n; j++) {
      at.add(new ArrayList<>());
    }
    for (int k = 0; k < busOf.length; k++) {
      at.get(busOf[k]).add(k);
    }
    for (int j = n - 1; j >= 0; j--) {
      int[] below =
          Arrays.stream(feeder.children(j)).filter(i -> directionOfBus[i] != NONE).toArray();
      if (below.length == 1 && at.get(j).isEmpty()) {
        directionOfBus[j] = directionOfBus[below[0]];
      } else if (below.length > 0 || !at.get(j).isEmpty()) {
        directionOfBus[j] = add(at.get(j), below);
      }
    }
  }

  private int add(List<Integer> here, int[] below) {
    List<Integer> all = new ArrayList<>(here);
    int direction = members.size();
    for (int bus : below) {
      for (int one : members.get(directionOfBus[bus])) {
        all.add(one);
      }
      parent.set(directionOfBus[bus], direction);
    }
    members.add(all.stream().sorted().mapToInt(Integer::intValue).toArray());
    own.add(here.stream().mapToInt(Integer::intValue).toArray());
    parent.add(NONE);
    return direction;
  }

  /** Number of directions; a direction comes after all that lie below it. */
  int size() {
    return members.size();
  }

  /** The direction of what flows into a bus, {@link #NONE} where nobody lies below. */
  int directionOf(int bus) {
    return directionOfBus[bus];
  }

  /** Those that a direction sums up, ascending. */
  int[] members(int direction) {
    return members.get(direction);
  }

  /** Those of them that no direction below sums up. */
  int[] own(int direction) {
    return own.get(direction);
  }

  int parent(int direction) {
    return parent.get(direction);
  }
}
