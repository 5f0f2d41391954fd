package io.evenflow.method;

import io.evenflow.check.Tolerances;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day whose grid gives way by half of what the check leaves: voltages, ratings and the
 * substation's power. Where a limit is met to its last digit, as one that was rounded from what the
 * load does is, no schedule may keep it and many pass the check; these are schedules of this day.
 * What it costs at least the day itself costs at least, too.
 */
final class EasedLimits {
  private static final double SHARE = 0.5;
  private static final double VOLTAGE_PU = SHARE * Tolerances.VOLTAGE_PU;
  private static final double RATING = 1 + SHARE * Tolerances.RATING_RELATIVE;
  private static final double POWER_KW = SHARE * Tolerances.GENERATION_KW;
  private static final double POWER_MW = POWER_KW / 1000;

  private final Scenario day;

  private EasedLimits(Scenario day) {
    this.day = day;
  }

  static Scenario of(Scenario day) {
    EasedLimits eased = new EasedLimits(day);
    Network network = day.network();
    Network wider =
        network
            .withBuses(network.buses().stream().map(eased::bus).toList())
            .withBranches(
                network.branches().stream()
                    .map(branch -> branch.withRating(branch.ratingMva() * RATING))
                    .toList())
            .withGenerators(network.generators().stream().map(eased::generator).toList());
    return day.withNetwork(wider)
        .withLimits(eased.limits())
        .withEquipment(day.equipment().withSubstation(eased.substation()));
  }

  private boolean isSubstation(int bus) {
    return day.feeder().find(bus).orElse(-1) == 0;
  }

  /** The substation's voltages are a range of what may be chosen. */
  private Bus bus(Bus bus) {
    return isSubstation(bus.number())
        ? bus
        : bus.withVoltageLimits(bus.voltageMinPu() - VOLTAGE_PU, bus.voltageMaxPu() + VOLTAGE_PU);
  }

  private Generator generator(Generator generator) {
    return isSubstation(generator.bus())
        ? generator
            .withActiveLimits(
                generator.activeMinMw() - POWER_MW, generator.activeMaxMw() + POWER_MW)
            .withReactiveLimits(
                generator.reactiveMinMvar() - POWER_MW, generator.reactiveMaxMvar() + POWER_MW)
        : generator;
  }

  private Limits limits() {
    Limits limits = day.limits();
    List<BranchRating> ratings =
        limits.branchRatings().stream()
            .map(rating -> new BranchRating(rating.from(), rating.to(), rating.mva() * RATING))
            .toList();
    return new Limits(
        plus(limits.voltageMinPu(), -VOLTAGE_PU),
        plus(limits.voltageMaxPu(), VOLTAGE_PU),
        plus(limits.substationExportMw(), POWER_MW),
        ratings,
        limits.substationVoltage());
  }

  private Substation substation() {
    Substation own = day.substation();
    return new Substation(
        own.tariff(), plus(own.importLimitKw()), plus(own.exportLimitKw()), own.peakCharge());
  }

  private static @Nullable Double plus(@Nullable Double limit, double more) {
    return limit == null ? null : limit + more;
  }

  private static @Nullable Series plus(@Nullable Series limitKw) {
    return limitKw == null
        ? null
        : Series.of(Arrays.stream(limitKw.toArray()).map(kw -> kw + POWER_KW).toArray());
  }
}
