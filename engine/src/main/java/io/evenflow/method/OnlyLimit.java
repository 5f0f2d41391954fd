package io.evenflow.method;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.BindingLimit.Kind;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario in which nothing has a price and all limits of the grid are left out but one. */
final class OnlyLimit {
  /** No voltage of a power flow lies beyond. Unit: p.u. */
  private static final double LOWEST_PU = 0.1;

  private static final double HIGHEST_PU = 3;

  private final Scenario scenario;
  private final Feeder feeder;
  private final @Nullable BindingLimit limit;

  private OnlyLimit(Scenario scenario, @Nullable BindingLimit limit) {
    this.scenario = scenario;
    feeder = scenario.feeder();
    this.limit = limit;
  }

  static Scenario of(Scenario scenario, BindingLimit limit) {
    return new OnlyLimit(scenario, limit).scenario(null);
  }

  /** No limit at all, and a price of energy at the substation all day. Unit: currency per MWh. */
  static Scenario none(Scenario scenario, double perMwh) {
    double[] costs = new double[scenario.periods()];
    Arrays.fill(costs, perMwh);
    return new OnlyLimit(scenario, null).scenario(costs);
  }

  private Scenario scenario(double @Nullable [] substationCostPerMwh) {
    Network network = feeder.network();
    Network free =
        network
            .withBuses(network.buses().stream().map(this::bus).toList())
            .withBranches(branches())
            .withGenerators(network.generators().stream().map(this::generator).toList());
    return new Scenario(
        scenario.name(),
        scenario.currency(),
        scenario.feederCase(),
        free,
        scenario.horizon(),
        scenario.prices(),
        scenario.loads(),
        List.of(),
        Limits.OF_THE_CASE,
        substationCostPerMwh,
        Costless.stations(scenario),
        List.of(),
        unlimited());
  }

  /** What is decided stays; what the substation may draw or give back is a limit as others are. */
  private Equipment unlimited() {
    Equipment all = Costless.equipment(scenario);
    boolean ofSubstation = is(Kind.LEAST_ACTIVE_POWER) || is(Kind.GREATEST_ACTIVE_POWER);
    Substation substation =
        new Substation(
            null,
            ofSubstation ? all.substation().importLimitKw() : null,
            ofSubstation ? all.substation().exportLimitKw() : null,
            null);
    return new Equipment(
        substation, all.groups(), all.solar(), all.batteries(), all.vehicles(), null);
  }

  private boolean is(Kind kind) {
    return limit != null && limit.kind() == kind;
  }

  private boolean is(Kind kind, int bus) {
    return is(kind) && limit != null && limit.place().equals(Integer.toString(bus));
  }

  private Bus bus(Bus bus) {
    if (isSubstation(bus.number())) {
      return bus;
    }
    double least = is(Kind.LOW_VOLTAGE, bus.number()) ? bus.voltageMinPu() : LOWEST_PU;
    double most = is(Kind.HIGH_VOLTAGE, bus.number()) ? bus.voltageMaxPu() : HIGHEST_PU;
    return bus.withVoltageLimits(least, most);
  }

  /** Also of a bus that closed switches join to the substation's. */
  private boolean isSubstation(int bus) {
    return feeder.find(bus).orElse(-1) == 0;
  }

  /** The feeder's own, each of which may stand for several of the file: their rating is one. */
  private List<Branch> branches() {
    List<Branch> branches = new ArrayList<>();
    for (int j = 1; j < feeder.busCount(); j++) {
      Branch branch = feeder.branch(j);
      boolean kept =
          is(Kind.BRANCH_RATING) && limit != null && limit.place().equals(branch.label());
      branches.add(kept ? branch : branch.withRating(Double.POSITIVE_INFINITY));
    }
    for (Branch branch : feeder.branchesWithinBuses()) {
      branches.add(branch.withRating(Double.POSITIVE_INFINITY));
    }
    return branches;
  }

  /**
   * Generators along the feeder keep their limits: they are what can be decided, as vehicles are.
   */
  private Generator generator(Generator generator) {
    Generator free = generator.withCost(GenerationCost.ZERO);
    if (!isSubstation(generator.bus())) {
      return free;
    }
    double infinity = Double.POSITIVE_INFINITY;
    boolean least = is(Kind.LEAST_ACTIVE_POWER, generator.bus());
    boolean most = is(Kind.GREATEST_ACTIVE_POWER, generator.bus());
    return free.withActiveLimits(
            least ? generator.activeMinMw() : -infinity, most ? generator.activeMaxMw() : infinity)
        .withReactiveLimits(-infinity, infinity);
  }
}
