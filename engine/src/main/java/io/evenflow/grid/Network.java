package io.evenflow.grid;

import java.util.List;

/**
 * A grid as its file states it, in file order, whatever its shape; {@link Feeder} is the radial
 * one.
 *
 * @param name the case's name
 * @param baseMva system base power, MVA, above 0
 * @param buses all buses
 * @param generators all generators, those that are off included
 * @param branches all branches, open ones included
 * @param warnings sentences about what the file leaves out or what is not modelled
 */
public record Network(
    String name,
    double baseMva,
    List<Bus> buses,
    List<Generator> generators,
    List<Branch> branches,
    List<String> warnings) {

  /**
   * @throws GridException for a base power that is not above 0
   */
  public Network {
    Check check = new Check("case '" + name + "'");
    check.finite("base power (MVA)", baseMva);
    check.positive("base power (MVA)", baseMva);
    buses = List.copyOf(buses);
    generators = List.copyOf(generators);
    branches = List.copyOf(branches);
    warnings = List.copyOf(warnings);
  }

  /** A copy with other buses. */
  public Network withBuses(List<Bus> newBuses) {
    return new Network(name, baseMva, newBuses, generators, branches, warnings);
  }

  /** A copy with other generators. */
  public Network withGenerators(List<Generator> newGenerators) {
    return new Network(name, baseMva, buses, newGenerators, branches, warnings);
  }

  /** A copy with other branches. */
  public Network withBranches(List<Branch> newBranches) {
    return new Network(name, baseMva, buses, generators, newBranches, warnings);
  }
}
