package io.evenflow.decomposition;

import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sessions that share the master's columns: neighbours in time at one station. A master over groups
 * bounds as well as one over sessions, in a few rounds more; with thousands of sessions it is far
 * smaller, and as few groups are torn between columns as limits bind.
 */
final class SessionGroups {
  /** Up to here each session is a group of its own. */
  private static final int MOST = 1500;

  private SessionGroups() {}

  /** Indices of sessions by group; every session is in exactly one. */
  static int[][] of(Scenario scenario) {
    int count = scenario.sessions().size();
    int size = Math.max(1, (count + MOST - 1) / MOST);
    List<List<Integer>> atStation = new ArrayList<>();
    for (int k = 0; k < scenario.stations().size(); k++) {
      atStation.add(new ArrayList<>());
    }
    for (int s = 0; s < count; s++) {
      atStation.get(scenario.stationOf(s)).add(s);
    }
    List<int[]> groups = new ArrayList<>();
    for (List<Integer> sessions : atStation) {
      sessions.sort(Comparator.comparingInt(s -> scenario.sessions().get(s).arrival()));
      for (int from = 0; from < sessions.size(); from += size) {
        int to = Math.min(sessions.size(), from + size);
        groups.add(sessions.subList(from, to).stream().mapToInt(Integer::intValue).toArray());
      }
    }
    return groups.toArray(int[][]::new);
  }
}
