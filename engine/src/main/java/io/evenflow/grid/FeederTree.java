package io.evenflow.grid;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Grows the tree of a {@link Feeder} from the substation, breadth first, branches in file order.
 */
final class FeederTree {
  private final Network network;
  private final Map<Integer, Bus> inService;
  private final Map<Integer, List<Branch>> branchesAt = new HashMap<>();

  private final List<Bus> order = new ArrayList<>();
  private final Map<Integer, Branch> fedBy = new HashMap<>();

  FeederTree(Network network) {
    this.network = network;
    this.inService = NetworkRules.busesInService(network);
    for (Branch branch : NetworkRules.branchesInService(network, inService)) {
      branchesAt.computeIfAbsent(branch.from(), bus -> new ArrayList<>()).add(branch);
      branchesAt.computeIfAbsent(branch.to(), bus -> new ArrayList<>()).add(branch);
    }
  }

  Feeder grow() {
    Bus substation = NetworkRules.onlySubstation(network, inService.values());
    List<Generator> generators = NetworkRules.generatorsInService(network, inService, substation);
    reachFrom(substation);
    requireNoIsland();

    Map<Integer, Integer> indexOf = new HashMap<>();
    int[] parent = new int[order.size()];
    Branch[] branches = new Branch[order.size()];
    parent[0] = -1;
    for (int i = 0; i < order.size(); i++) {
      int number = order.get(i).number();
      indexOf.put(number, i);
      Branch branch = fedBy.get(number);
      if (branch != null) {
        branches[i] = branch;
        parent[i] = indexOf.getOrDefault(otherEnd(branch, number), -1);
      }
    }
    return new Feeder(network, order, branches, parent, generators);
  }

  private void reachFrom(Bus substation) {
    Map<Integer, Bus> reached = new LinkedHashMap<>();
    Deque<Bus> next = new ArrayDeque<>();
    reached.put(substation.number(), substation);
    next.add(substation);
    while (!next.isEmpty()) {
      Bus bus = next.remove();
      order.add(bus);
      for (Branch branch : branchesAt.getOrDefault(bus.number(), List.of())) {
        if (branch.equals(fedBy.get(bus.number()))) {
          continue;
        }
        int far = otherEnd(branch, bus.number());
        if (reached.containsKey(far)) {
          throw loop(bus.number(), far);
        }
        Bus child = NetworkRules.known(inService, far);
        reached.put(far, child);
        fedBy.put(far, branch);
        next.add(child);
      }
    }
  }

  private void requireNoIsland() {
    if (order.size() == inService.size()) {
      return;
    }
    String island =
        inService.values().stream()
            .filter(bus -> !order.contains(bus))
            .map(bus -> Integer.toString(bus.number()))
            .collect(Collectors.joining(", "));
    throw new GridException(
        "case '%s': no branch in service leads from substation %d to bus %s"
            .formatted(network.name(), order.get(0).number(), island),
        "Maybe a branch is open that should be closed, or these buses are isolated (type 4).");
  }

  private GridException loop(int oneEnd, int otherEnd) {
    List<Integer> up = pathToSubstation(oneEnd);
    List<Integer> down = pathToSubstation(otherEnd);
    // Both paths end in the same stretch towards the substation; the loop turns where they meet.
    while (up.size() > 1
        && down.size() > 1
        && up.get(up.size() - 2).equals(down.get(down.size() - 2))) {
      up.removeLast();
      down.removeLast();
    }
    Collections.reverse(up);
    down.removeLast();
    up.addAll(down);
    up.add(up.get(0));
    return new GridException(
        "case '%s' is not radial: buses %s form a loop"
            .formatted(
                network.name(), up.stream().map(Object::toString).collect(Collectors.joining("-"))),
        "Maybe open one of the branches of the loop (status 0).");
  }

  private List<Integer> pathToSubstation(int number) {
    List<Integer> path = new ArrayList<>(List.of(number));
    for (Branch branch = fedBy.get(number);
        branch != null;
        branch = fedBy.get(path.get(path.size() - 1))) {
      path.add(otherEnd(branch, path.get(path.size() - 1)));
    }
    return path;
  }

  private static int otherEnd(Branch branch, int bus) {
    return branch.from() == bus ? branch.to() : branch.from();
  }
}
