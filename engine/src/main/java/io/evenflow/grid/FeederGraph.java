package io.evenflow.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is left of a network in service when {@link Switches} have joined buses and {@link
 * ParallelBranches} have become one: nodes, and at most one edge between two of them.
 */
final class FeederGraph {
  /**
   * A bus of the feeder.
   *
   * @param bus loads and shunts of all the file's buses here, and the limits that all of them keep
   * @param fileBuses the file's buses that are one here, in file order
   */
  record Node(Bus bus, List<Bus> fileBuses) {}

  /**
   * A branch of the feeder.
   *
   * @param fileBranches the file's branches that are one here, in file order
   */
  record Edge(Branch branch, Node from, Node to, List<Branch> fileBranches) {}

  private final Network network;
  private final Switches switches;
  private final Map<Integer, Node> nodes = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Branch> within = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * @param ratings that replace the file's, for all that lies between two buses. Unit: MVA
   */
  FeederGraph(Network network, Map<BusPair, Double> ratings) {
    this.network = network;
    Map<Integer, Bus> inService = NetworkRules.busesInService(network);
    List<Branch> closed = NetworkRules.branchesInService(network, inService);
    switches = new Switches(network, closed, ratings);
    warnings.addAll(switches.warnings());
    within.addAll(closed.stream().filter(this::isWithin).toList());
    addNodes(inService, chargingOfJoined());
    addEdges(closed, ratings);
  }

  /** Line charging of branches within a node, by leader: a shunt there. Unit: p.u. */
  private Map<Integer, Double> chargingOfJoined() {
    Map<Integer, Double> charging = new HashMap<>();
    for (Branch branch : within) {
      charging.merge(leader(branch.from()), branch.chargingPu(), Double::sum);
    }
    return charging;
  }

  private boolean isWithin(Branch branch) {
    return switches.joined().areOne(BusPair.of(branch));
  }

  private int leader(int number) {
    return switches.joined().leader(number);
  }

  private void addNodes(Map<Integer, Bus> inService, Map<Integer, Double> charging) {
    for (List<Bus> joined : switches.joined().sets(inService.values())) {
      int leader = leader(joined.getFirst().number());
      double shuntMvar = charging.getOrDefault(leader, 0.0) * network.baseMva();
      nodes.put(leader, new Node(merged(joined, shuntMvar), List.copyOf(joined)));
    }
  }

  /** It has the number of the substation if that is among them, else of the first. */
  private Bus merged(List<Bus> joined, double shuntMvar) {
    if (joined.size() == 1) {
      return joined.getFirst();
    }
    Bus named =
        joined.stream()
            .filter(bus -> bus.type() == BusType.SUBSTATION)
            .findFirst()
            .orElse(joined.getFirst());
    double least = joined.stream().mapToDouble(Bus::voltageMinPu).max().orElse(0);
    double greatest = joined.stream().mapToDouble(Bus::voltageMaxPu).min().orElse(0);
    if (least > greatest) {
      throw new GridException(
          "case '%s': closed switches make one of buses %s, of which one needs at least %s p.u. and one at most %s p.u."
              .formatted(network.name(), numbers(joined), least, greatest),
          "Maybe a voltage limit is wrong, or a switch between them should be open.");
    }
    return new Bus(
        named.number(),
        named.type(),
        joined.stream().mapToDouble(Bus::activeLoadMw).sum(),
        joined.stream().mapToDouble(Bus::reactiveLoadMvar).sum(),
        joined.stream().mapToDouble(Bus::shuntConductanceMw).sum(),
        joined.stream().mapToDouble(Bus::shuntSusceptanceMvar).sum() + shuntMvar,
        named.voltageMagnitudePu(),
        named.voltageAngleDegrees(),
        named.baseKv(),
        least,
        greatest);
  }

  private static String numbers(List<Bus> buses) {
    return buses.stream()
        .map(bus -> Integer.toString(bus.number()))
        .collect(Collectors.joining(", "));
  }

  private void addEdges(List<Branch> closed, Map<BusPair, Double> ratings) {
    Map<BusPair, Map<BusPair, List<Branch>>> byNodes = new LinkedHashMap<>();
    for (Branch branch : closed) {
      if (!isWithin(branch)) {
        byNodes
            .computeIfAbsent(leaders(branch), nodes -> new LinkedHashMap<>())
            .computeIfAbsent(BusPair.of(branch), pair -> new ArrayList<>())
            .add(branch);
      } else if (!branch.hasNoImpedance()) {
        requireNoRatio(branch);
        warnings.add(
            "branch " + branch.label() + " carries nothing: closed switches join its two buses");
      }
    }
    byNodes.values().forEach(pairs -> edges.add(edge(pairs, ratings)));
  }

  private BusPair leaders(Branch branch) {
    return BusPair.of(leader(branch.from()), leader(branch.to()));
  }

  private void requireNoRatio(Branch branch) {
    if (branch.hasRatio()) {
      throw new GridException(
          "case '%s': branch %s has a tap ratio or phase shift, and closed switches join its buses"
              .formatted(network.name(), branch.label()),
          "Maybe one of the switches should be open; a current flows round in them.");
    }
  }

  /** First what lies between the same two buses of the file, then what those are one with. */
  private Edge edge(Map<BusPair, List<Branch>> pairs, Map<BusPair, Double> ratings) {
    List<Branch> all = pairs.values().stream().flatMap(List::stream).toList();
    Node from = node(all.getFirst().from());
    Node to = node(all.getFirst().to());
    double greatest = Math.max(from.bus.voltageMaxPu(), to.bus.voltageMaxPu());
    List<Branch> ofPairs = new ArrayList<>();
    pairs.forEach(
        (pair, parts) -> {
          List<Branch> alike = directed(withImpedance(pair, parts), all.getFirst());
          Branch merged = ParallelBranches.merged(network, alike, greatest);
          Double rating = ratings.get(pair);
          ofPairs.add(rating == null ? merged : merged.withRating(rating));
        });
    return new Edge(ParallelBranches.merged(network, ofPairs, greatest), from, to, all);
  }

  /** What lies between two buses, one branch in place of all its switches. */
  private List<Branch> withImpedance(BusPair pair, List<Branch> parts) {
    List<Branch> branches = new ArrayList<>();
    for (Branch part : parts) {
      if (!part.hasNoImpedance()) {
        branches.add(part);
      }
    }
    switches.kept(pair).ifPresent(branches::addFirst);
    return branches;
  }

  /** Branches with the direction of the first of all, as far as theirs does not matter. */
  private List<Branch> directed(List<Branch> branches, Branch first) {
    List<Branch> directed = new ArrayList<>();
    for (Branch branch : branches) {
      if (leader(branch.from()) == leader(first.from())) {
        directed.add(branch);
      } else if (branch.hasRatio()) {
        throw ParallelBranches.unlike(network, List.of(first, branch));
      } else {
        directed.add(branch.reversed());
      }
    }
    return directed;
  }

  private Node node(int number) {
    Node node = nodes.get(leader(number));
    if (node == null) {
      throw new IllegalStateException("bus " + number + " is not in service");
    }
    return node;
  }

  /** In the order of their first buses in the file. */
  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /** In the order of their first branches in the file. */
  List<Edge> edges() {
    return edges;
  }

  /** The file's branches within a node, in file order. */
  List<Branch> within() {
    return within;
  }

  /** Sentences on what is not modelled. */
  List<String> warnings() {
    return warnings;
  }
}
