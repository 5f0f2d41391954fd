package io.evenflow.grid;

import io.evenflow.grid.FeederGraph.Edge;
import io.evenflow.grid.FeederGraph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A radial feeder: the tree of buses in service below one substation. A bus of it may be several of
 * the file's, a branch several parallel ones; every number of the file finds its bus.
 *
 * <p>Buses carry an index 0 … {@link #busCount()} − 1 in an order where a parent comes before its
 * children, so a loop upwards through the indices walks away from the substation (index 0) and a
 * loop downwards walks towards it. Branch <em>j</em> is the branch that feeds bus <em>j</em>.
 */
public final class Feeder {
  private final Network network;
  private final Map<BusPair, Double> ratings;
  private final FeederGraph graph;
  private final List<Node> nodes;
  private final List<Bus> buses;
  private final Edge[] edges;
  private final int[] parent;
  private final int[][] children;
  private final List<Generator> generators;
  private final int[] generatorBus;
  private final Map<Integer, Integer> indexOfNumber = new HashMap<>();

  /** Takes what {@link FeederTree} found; {@code edges[0]} is never read. */
  Feeder(
      Network network,
      Map<BusPair, Double> ratings,
      FeederGraph graph,
      List<Node> nodes,
      Edge[] edges,
      int[] parent,
      List<Generator> generators) {
    this.network = network;
    this.ratings = ratings;
    this.graph = graph;
    this.nodes = List.copyOf(nodes);
    this.buses = nodes.stream().map(Node::bus).toList();
    this.edges = edges;
    this.parent = parent;
    this.children = childrenOf(parent);
    this.generators = List.copyOf(generators);
    for (int i = 0; i < nodes.size(); i++) {
      for (Bus bus : nodes.get(i).fileBuses()) {
        indexOfNumber.put(bus.number(), i);
      }
    }
    generatorBus = generators.stream().mapToInt(generator -> indexOf(generator.bus())).toArray();
  }

  /**
   * Orients a network from its substation. Open branches, generators that are off and isolated
   * buses are left out, as in MATPOWER. Buses that closed switches join are one bus, parallel
   * branches are one branch.
   *
   * @throws GridException where the network is not one radial feeder, naming what is in the way: a
   *     loop, an island, a second substation …
   */
  public static Feeder of(Network network) {
    return new FeederTree(network, Map.of()).grow();
  }

  private Feeder with(Network changed) {
    return new FeederTree(changed, ratings).grow();
  }

  /** The network this feeder is made of. */
  public Network network() {
    return network;
  }

  /** The case's name. */
  public String name() {
    return network.name();
  }

  /** System base power, MVA. */
  public double baseMva() {
    return network.baseMva();
  }

  /** Number of buses in service, the substation included. */
  public int busCount() {
    return buses.size();
  }

  /** The buses in feeder order; the substation is first. */
  public List<Bus> buses() {
    return buses;
  }

  /** The bus of an index. */
  public Bus bus(int index) {
    return buses.get(index);
  }

  /** The substation, bus of index 0. */
  public Bus substation() {
    return buses.get(0);
  }

  /**
   * The index of a bus number.
   *
   * @throws GridException where no bus in service has that number
   */
  public int indexOf(int busNumber) {
    return find(busNumber)
        .orElseThrow(
            () ->
                new GridException(
                    "case '%s' has no bus %d in service".formatted(name(), busNumber),
                    "Maybe the number of a bus in another case, or of an isolated one."));
  }

  /**
   * The file's buses that are the bus of an index, in file order: more than one where closed
   * switches join them. Loads and shunts of {@link #bus} are their sums, its limits what all of
   * theirs allow.
   */
  public List<Bus> fileBuses(int index) {
    return nodes.get(index).fileBuses();
  }

  /**
   * The file's branches that are the branch which feeds a bus, in file order: more than one where
   * they are parallel. {@code index} is 1 or more.
   */
  public List<Branch> fileBranches(int index) {
    return edge(index).fileBranches();
  }

  /**
   * The file's branches whose two ends are one bus, in file order: the closed switches that join
   * them, and what lies beside those.
   */
  public List<Branch> branchesWithinBuses() {
    return graph.within();
  }

  /** Sentences about what the file has and the feeder has not. */
  public List<String> warnings() {
    return graph.warnings();
  }

  /** The index of a bus number, empty where no bus in service has it. */
  public OptionalInt find(int busNumber) {
    Integer index = indexOfNumber.get(busNumber);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Index of the bus that feeds a bus; −1 for the substation. */
  public int parent(int index) {
    return parent[index];
  }

  /** Indices of the buses a bus feeds, rising. */
  public int[] children(int index) {
    return children[index].clone();
  }

  /**
   * The branch that feeds a bus; {@code index} is 1 or more. Its bus numbers are the file's; of
   * parallel branches, those of the first.
   */
  public Branch branch(int index) {
    return edge(index).branch();
  }

  private Edge edge(int index) {
    if (index == 0) {
      throw new IndexOutOfBoundsException("no branch feeds the substation, bus of index 0");
    }
    return edges[index];
  }

  /**
   * Index of the branch that the file has between two bus numbers, in either direction; empty where
   * none in service is, or a switch that joins them.
   */
  public OptionalInt findBranch(int oneBus, int otherBus) {
    return IntStream.range(1, busCount())
        .filter(i -> edges[i].fileBranches().stream().anyMatch(b -> b.joins(oneBus, otherBus)))
        .findFirst();
  }

  /**
   * Whether the <em>from</em> end of the branch that feeds a bus is the parent's. A file may list a
   * branch pointing towards the substation; its transformer then sits at the child's end.
   */
  public boolean fromAtParent(int index) {
    return indexOf(branch(index).from()) == parent[index];
  }

  /** The generators in service, in file order. */
  public List<Generator> generators() {
    return generators;
  }

  /** Index of the bus of a generator, given by its place in {@link #generators()}. */
  public int generatorBus(int generator) {
    return generatorBus[generator];
  }

  /** A copy with other voltage limits (p.u.) on every bus but the substation. */
  public Feeder withVoltageLimits(double minPu, double maxPu) {
    return withBuses(bus -> bus.withVoltageLimits(minPu, maxPu));
  }

  /** A copy with another lower voltage limit (p.u.) on every bus but the substation. */
  public Feeder withVoltageMin(double minPu) {
    return withBuses(bus -> bus.withVoltageLimits(minPu, bus.voltageMaxPu()));
  }

  /** A copy with another upper voltage limit (p.u.) on every bus but the substation. */
  public Feeder withVoltageMax(double maxPu) {
    return withBuses(bus -> bus.withVoltageLimits(bus.voltageMinPu(), maxPu));
  }

  /**
   * A copy with the impedances of some branches multiplied; of parallel ones between the same two
   * buses, all of them.
   *
   * @throws GridException where the feeder has no such branch
   */
  public Feeder withBranchScaling(Collection<BranchScaling> scalings) {
    List<Branch> changed = new ArrayList<>(network.branches());
    for (BranchScaling scaling : scalings) {
      for (int place : placesInFile(scaling.from(), scaling.to())) {
        changed.set(
            place,
            changed.get(place).withScaledImpedance(scaling.resistance(), scaling.reactance()));
      }
    }
    return with(network.withBranches(changed));
  }

  /**
   * A copy with the ratings of some branches replaced. It holds for all that flows between the two
   * buses of the file, parallel branches together, and through a closed switch, too.
   *
   * @throws GridException where the feeder has no such branch, or nothing says what flows in it: a
   *     switch in a ring of switches
   */
  public Feeder withBranchRatings(Collection<BranchRating> newRatings) {
    Map<BusPair, Double> changed = new LinkedHashMap<>(ratings);
    for (BranchRating rating : newRatings) {
      placesInFile(rating.from(), rating.to());
      changed.put(BusPair.of(rating.from(), rating.to()), rating.mva());
    }
    return new FeederTree(network, changed).grow();
  }

  /**
   * A copy with each generator changed, those that are off included; {@code network().generators()}
   * keeps its order.
   */
  public Feeder withGenerators(UnaryOperator<Generator> change) {
    return with(network.withGenerators(network.generators().stream().map(change).toList()));
  }

  /** A copy with other voltage limits (p.u.) at the substation. */
  public Feeder withSubstationVoltage(double minPu, double maxPu) {
    int root = substation().number();
    return with(
        network.withBuses(
            network.buses().stream()
                .map(bus -> bus.number() == root ? bus.withVoltageLimits(minPu, maxPu) : bus)
                .toList()));
  }

  private Feeder withBuses(UnaryOperator<Bus> change) {
    int root = substation().number();
    return with(
        network.withBuses(
            network.buses().stream()
                .map(bus -> bus.number() == root ? bus : change.apply(bus))
                .toList()));
  }

  /** Where the file has the branches in service between two of its buses. */
  private List<Integer> placesInFile(int oneBus, int otherBus) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < network.branches().size(); place++) {
      Branch branch = network.branches().get(place);
      if (branch.inService() && branch.joins(oneBus, otherBus) && find(oneBus).isPresent()) {
        places.add(place);
      }
    }
    if (places.isEmpty()) {
      throw new GridException(
          "case '%s' has no branch %d-%d in service".formatted(name(), oneBus, otherBus),
          "Maybe it is an open tie line, or the buses are not neighbours.");
    }
    return places;
  }

  private static int[][] childrenOf(int[] parent) {
    int[] count = new int[parent.length];
    for (int i = 1; i < parent.length; i++) {
      count[parent[i]]++;
    }
    int[][] children = new int[parent.length][];
    for (int i = 0; i < parent.length; i++) {
      children[i] = new int[count[i]];
    }
    for (int i = parent.length - 1; i > 0; i--) {
      children[parent[i]][--count[parent[i]]] = i;
    }
    return children;
  }
}
