package io.evenflow.grid;

import io.evenflow.grid.FeederGraph.Edge;
import io.evenflow.grid.FeederGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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
  private final Map<BusPair, Double> ratings;
  private final FeederGraph graph;

  /** Nodes, and edges at nodes, by the number of the node's bus. */
  private final Map<Integer, Node> nodes = new LinkedHashMap<>();

  private final Map<Integer, List<Edge>> edgesAt = new HashMap<>();

  private final List<Node> order = new ArrayList<>();
  private final Map<Integer, Edge> fedBy = new HashMap<>();

  FeederTree(Network network, Map<BusPair, Double> ratings) {
    this.network = network;
    this.ratings = ratings;
    graph = new FeederGraph(network, ratings);
    for (Node node : graph.nodes()) {
      nodes.put(number(node), node);
    }
    for (Edge edge : graph.edges()) {
      edgesAt.computeIfAbsent(number(edge.from()), bus -> new ArrayList<>()).add(edge);
      edgesAt.computeIfAbsent(number(edge.to()), bus -> new ArrayList<>()).add(edge);
    }
  }

  private static int number(Node node) {
    return node.bus().number();
  }

  Feeder grow() {
    List<Bus> inService = new ArrayList<>();
    nodes.values().forEach(node -> inService.addAll(node.fileBuses()));
    int substation = NetworkRules.onlySubstation(network, inService).number();
    List<Generator> generators =
        NetworkRules.generatorsInService(
            network, numbers(inService), numbers(known(substation).fileBuses()), substation);
    reachFrom(known(substation));
    requireNoIsland();

    Map<Integer, Integer> indexOf = new HashMap<>();
    int[] parent = new int[order.size()];
    Edge[] edges = new Edge[order.size()];
    parent[0] = -1;
    for (int i = 0; i < order.size(); i++) {
      int number = number(order.get(i));
      indexOf.put(number, i);
      Edge edge = fedBy.get(number);
      if (edge != null) {
        edges[i] = edge;
        parent[i] = indexOf.getOrDefault(otherEnd(edge, number), -1);
      }
    }
    return new Feeder(network, ratings, graph, order, edges, parent, generators);
  }

  private static List<Integer> numbers(Collection<Bus> buses) {
    return buses.stream().map(Bus::number).toList();
  }

  private Node known(int number) {
    Node node = nodes.get(number);
    if (node == null) {
      throw new IllegalStateException("bus " + number + " is not in service");
    }
    return node;
  }

  private void reachFrom(Node substation) {
    Map<Integer, Node> reached = new LinkedHashMap<>();
    Deque<Node> next = new ArrayDeque<>();
    reached.put(number(substation), substation);
    next.add(substation);
    while (!next.isEmpty()) {
      Node node = next.remove();
      order.add(node);
      int near = number(node);
      for (Edge edge : edgesAt.getOrDefault(near, List.of())) {
        if (edge == fedBy.get(near)) {
          continue;
        }
        int far = otherEnd(edge, near);
        if (reached.containsKey(far)) {
          throw loop(near, far);
        }
        Node child = known(far);
        reached.put(far, child);
        fedBy.put(far, edge);
        next.add(child);
      }
    }
  }

  private void requireNoIsland() {
    if (order.size() == nodes.size()) {
      return;
    }
    List<Integer> reached = order.stream().map(FeederTree::number).toList();
    String island =
        nodes.values().stream()
            .filter(node -> !reached.contains(number(node)))
            .flatMap(node -> node.fileBuses().stream())
            .map(bus -> Integer.toString(bus.number()))
            .collect(Collectors.joining(", "));
    throw new GridException(
        "case '%s': no branch in service leads from substation %d to bus %s"
            .formatted(network.name(), number(order.getFirst()), island),
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
    for (Edge edge = fedBy.get(number); edge != null; edge = fedBy.get(path.getLast())) {
      path.add(otherEnd(edge, path.getLast()));
    }
    return path;
  }

  private static int otherEnd(Edge edge, int bus) {
    int from = number(edge.from());
    return from == bus ? number(edge.to()) : from;
  }
}
