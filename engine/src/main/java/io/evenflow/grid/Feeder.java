package io.evenflow.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A radial feeder: the tree of buses in service below one substation.
 *
 * <p>Buses carry an index 0 … {@link #busCount()} − 1 in an order where a parent comes before its
 * children, so a loop upwards through the indices walks away from the substation (index 0) and a
 * loop downwards walks towards it. Branch <em>j</em> is the branch that feeds bus <em>j</em>.
 */
public final class Feeder {
  private final Network network;
  private final List<Bus> buses;
  private final Branch[] branches;
  private final int[] parent;
  private final int[][] children;
  private final List<Generator> generators;
  private final int[] generatorBus;
  private final Map<Integer, Integer> indexOfNumber = new HashMap<>();

  /** Takes what {@link FeederTree} found; {@code branches[0]} is never read. */
  Feeder(
      Network network,
      List<Bus> buses,
      Branch[] branches,
      int[] parent,
      List<Generator> generators) {
    this.network = network;
    this.buses = List.copyOf(buses);
    this.branches = branches;
    this.parent = parent;
    this.children = childrenOf(parent);
    this.generators = List.copyOf(generators);
    for (int i = 0; i < buses.size(); i++) {
      indexOfNumber.put(buses.get(i).number(), i);
    }
    generatorBus = generators.stream().mapToInt(generator -> indexOf(generator.bus())).toArray();
  }

  /**
   * Orients a network from its substation. Open branches, generators that are off and isolated
   * buses are left out, as in MATPOWER.
   *
   * @throws GridException where the network is not one radial feeder, naming what is in the way: a
   *     loop, an island, a second substation, a branch without impedance …
   */
  public static Feeder of(Network network) {
    return new FeederTree(network).grow();
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

  /** The branch that feeds a bus; {@code index} is 1 or more. */
  public Branch branch(int index) {
    if (index == 0) {
      throw new IndexOutOfBoundsException("no branch feeds the substation, bus of index 0");
    }
    return branches[index];
  }

  /** Index of the branch between two bus numbers, in either direction; empty where none is. */
  public OptionalInt findBranch(int oneBus, int otherBus) {
    return IntStream.range(1, busCount())
        .filter(index -> branches[index].joins(oneBus, otherBus))
        .findFirst();
  }

  /**
   * Whether the <em>from</em> end of the branch that feeds a bus is the parent's. A file may list a
   * branch pointing towards the substation; its transformer then sits at the child's end.
   */
  public boolean fromAtParent(int index) {
    return branch(index).from() == buses.get(parent[index]).number();
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
   * A copy with the impedances of some branches multiplied.
   *
   * @throws GridException where the feeder has no such branch, or none would be left of its
   *     impedance
   */
  public Feeder withBranchScaling(Collection<BranchScaling> scalings) {
    List<Branch> changed = new ArrayList<>(network.branches());
    for (BranchScaling scaling : scalings) {
      int place = placeInFile(scaling.from(), scaling.to());
      changed.set(
          place, changed.get(place).withScaledImpedance(scaling.resistance(), scaling.reactance()));
    }
    return of(network.withBranches(changed));
  }

  /**
   * A copy with the ratings of some branches replaced.
   *
   * @throws GridException where the feeder has no such branch
   */
  public Feeder withBranchRatings(Collection<BranchRating> ratings) {
    List<Branch> changed = new ArrayList<>(network.branches());
    for (BranchRating rating : ratings) {
      int place = placeInFile(rating.from(), rating.to());
      changed.set(place, changed.get(place).withRating(rating.mva()));
    }
    return of(network.withBranches(changed));
  }

  /**
   * A copy with each generator changed, those that are off included; {@code network().generators()}
   * keeps its order.
   */
  public Feeder withGenerators(UnaryOperator<Generator> change) {
    return of(network.withGenerators(network.generators().stream().map(change).toList()));
  }

  /** A copy with other voltage limits (p.u.) at the substation. */
  public Feeder withSubstationVoltage(double minPu, double maxPu) {
    int root = substation().number();
    return of(
        network.withBuses(
            network.buses().stream()
                .map(bus -> bus.number() == root ? bus.withVoltageLimits(minPu, maxPu) : bus)
                .toList()));
  }

  private Feeder withBuses(UnaryOperator<Bus> change) {
    int root = substation().number();
    return of(
        network.withBuses(
            network.buses().stream()
                .map(bus -> bus.number() == root ? bus : change.apply(bus))
                .toList()));
  }

  private int placeInFile(int oneBus, int otherBus) {
    int index =
        findBranch(oneBus, otherBus)
            .orElseThrow(
                () ->
                    new GridException(
                        "case '%s' has no branch %d-%d in service"
                            .formatted(name(), oneBus, otherBus),
                        "Maybe it is an open tie line, or the buses are not neighbours."));
    return network.branches().indexOf(branches[index]);
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
