package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Resources that share the master's columns: neighbours in time at one place. A master over groups
 * bounds as well as one over resources, in a few rounds more; with thousands of them it is far
 * smaller, and as few groups are torn between columns as limits bind.
 */
final class Group {
  /** Up to here each resource is a group of its own. */
  private static final int MOST = 1500;

  private final int[] members;
  private final int[] rows;

  /** Place in {@link #rows} of each member's rows. */
  private final int[][] places;

  private Group(Problem problem, int[] members) {
    this.members = members;
    rows =
        IntStream.of(members)
            .flatMap(r -> IntStream.of(problem.resources().get(r).rows()))
            .sorted()
            .distinct()
            .toArray();
    places = new int[members.length][];
    for (int m = 0; m < members.length; m++) {
      int[] own = problem.resources().get(members[m]).rows();
      places[m] = new int[own.length];
      Arrays.setAll(places[m], i -> Arrays.binarySearch(rows, own[i]));
    }
  }

  /** Every resource is in exactly one group. */
  static List<Group> of(Problem problem) {
    int count = problem.resources().size();
    int size = Math.max(1, (count + MOST - 1) / MOST);
    Map<Integer, List<Integer>> atPlace = new TreeMap<>();
    for (int r = 0; r < count; r++) {
      atPlace.computeIfAbsent(problem.firstPlace(r), place -> new ArrayList<>()).add(r);
    }
    List<Group> groups = new ArrayList<>();
    for (List<Integer> neighbours : atPlace.values()) {
      neighbours.sort(Comparator.comparingInt(problem::firstPeriod));
      for (int from = 0; from < neighbours.size(); from += size) {
        int to = Math.min(neighbours.size(), from + size);
        int[] members = neighbours.subList(from, to).stream().mapToInt(Integer::intValue).toArray();
        groups.add(new Group(problem, members));
      }
    }
    return groups;
  }

  /** Indices of its resources. */
  int[] members() {
    return members;
  }

  /** All rows its resources move, ascending. */
  int[] rows() {
    return rows;
  }

  /** Its part of profiles by resource, in the order of its members. */
  Profile[] pick(Profile[] profiles) {
    Profile[] own = new Profile[members.length];
    Arrays.setAll(own, m -> profiles[members[m]]);
    return own;
  }

  /** Sums of its members' amounts, by its rows. */
  double[] amounts(Profile[] own) {
    double[] sums = new double[rows.length];
    for (int m = 0; m < own.length; m++) {
      for (int i = 0; i < places[m].length; i++) {
        sums[places[m][i]] += own[m].amounts()[i];
      }
    }
    return sums;
  }

  /** What its members' profiles cost at prices by row. */
  double cost(Problem problem, Profile[] own, double[] pricePerUnit) {
    double sum = 0;
    for (int m = 0; m < own.length; m++) {
      sum += own[m].cost(pricePerUnit, problem.resources().get(members[m]).rows());
    }
    return sum;
  }
}
