package io.evenflow.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which buses closed switches make one: sets of bus numbers, joined pair by pair. */
final class JoinedBuses {
  private final Map<Integer, Integer> above = new HashMap<>();

  /** Joins two buses and all that is joined to them. */
  void join(BusPair pair) {
    int low = leader(pair.low());
    int high = leader(pair.high());
    if (low != high) {
      above.put(high, low);
    }
  }

  /** One bus number of a set, the same for all of it. */
  int leader(int number) {
    int at = number;
    Integer next = above.get(at);
    while (next != null) {
      at = next;
      next = above.get(at);
    }
    return at;
  }

  boolean areOne(BusPair pair) {
    return leader(pair.low()) == leader(pair.high());
  }

  /** The sets, in the order of their first buses, each in the order given. */
  List<List<Bus>> sets(Collection<Bus> buses) {
    Map<Integer, List<Bus>> sets = new LinkedHashMap<>();
    for (Bus bus : buses) {
      sets.computeIfAbsent(leader(bus.number()), leader -> new ArrayList<>()).add(bus);
    }
    return List.copyOf(sets.values());
  }
}
