package io.evenflow.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a network must keep to, bus by bus and branch by branch, before it can be a feeder. */
final class NetworkRules {
  private NetworkRules() {}

  /** The buses that are not isolated, by number, in file order. */
  static Map<Integer, Bus> busesInService(Network network) {
    Map<Integer, Bus> byNumber = new LinkedHashMap<>();
    for (Bus bus : network.buses()) {
      if (byNumber.put(bus.number(), bus) != null) {
        throw new GridException(
            "case '%s' lists bus %d twice".formatted(network.name(), bus.number()),
            "Maybe one of the two rows has a wrong bus number.");
      }
    }
    byNumber.values().removeIf(bus -> bus.type() == BusType.ISOLATED);
    return byNumber;
  }

  /** The closed branches between buses in service, in file order. */
  static List<Branch> branchesInService(Network network, Map<Integer, Bus> inService) {
    Set<Integer> known = numbers(network);
    List<Branch> branches = new ArrayList<>();
    for (Branch branch : network.branches()) {
      if (!branch.inService()) {
        continue;
      }
      requireBus(network, known, "branch " + branch.label(), branch.from());
      requireBus(network, known, "branch " + branch.label(), branch.to());
      if (inService.containsKey(branch.from()) && inService.containsKey(branch.to())) {
        requireNoNegativeResistance(network, branch);
        branches.add(branch);
      }
    }
    return branches;
  }

  /**
   * The generators that are on at buses in service; one at least is at the substation.
   *
   * @param inService numbers of the buses in service
   * @param atSubstation those that are the substation's bus
   */
  static List<Generator> generatorsInService(
      Network network, List<Integer> inService, List<Integer> atSubstation, int substation) {
    Set<Integer> known = numbers(network);
    Set<Integer> buses = Set.copyOf(inService);
    List<Generator> generators = new ArrayList<>();
    for (Generator generator : network.generators()) {
      if (generator.inService()) {
        requireBus(network, known, "a generator", generator.bus());
        if (buses.contains(generator.bus())) {
          generators.add(generator);
        }
      }
    }
    if (generators.stream().noneMatch(generator -> atSubstation.contains(generator.bus()))) {
      throw new GridException(
          "case '%s' has no generator in service at substation %d"
              .formatted(network.name(), substation),
          "Maybe add a generator row for the grid above; its power is what the feeder imports.");
    }
    return generators;
  }

  static Bus onlySubstation(Network network, Collection<Bus> buses) {
    List<Bus> substations = buses.stream().filter(bus -> bus.type() == BusType.SUBSTATION).toList();
    if (substations.isEmpty()) {
      throw new GridException(
          "case '%s' has no substation, a bus of type 3".formatted(network.name()),
          "Maybe set the type of the bus that is fed from the grid above to 3.");
    }
    if (substations.size() > 1) {
      String numbers =
          substations.stream()
              .map(bus -> Integer.toString(bus.number()))
              .collect(Collectors.joining(", "));
      throw new GridException(
          "case '%s' has %d substations (buses %s of type 3) where a feeder has one"
              .formatted(network.name(), substations.size(), numbers),
          "Maybe split the case into one file for each feeder.");
    }
    return substations.get(0);
  }

  private static Set<Integer> numbers(Network network) {
    return network.buses().stream().map(Bus::number).collect(Collectors.toSet());
  }

  private static void requireBus(Network network, Set<Integer> known, String what, int number) {
    if (!known.contains(number)) {
      throw new GridException(
          "case '%s': %s is at bus %d, which does not exist"
              .formatted(network.name(), what, number),
          "Maybe a typing error in the bus number, or the bus row is missing.");
    }
  }

  /** A negative reactance is a series capacitor; a negative resistance would create energy. */
  private static void requireNoNegativeResistance(Network network, Branch branch) {
    if (branch.resistancePu() < 0) {
      throw new GridException(
          "case '%s': branch %s has resistance %s p.u., which must be at least 0"
              .formatted(network.name(), branch.label(), branch.resistancePu()),
          "Maybe a sign error.");
    }
  }
}
