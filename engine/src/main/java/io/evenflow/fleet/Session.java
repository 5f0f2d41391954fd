package io.evenflow.fleet;

import io.evenflow.time.Horizon;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One vehicle's stay at one station, (10)–(14): present in periods [arrival, departure).
 *
 * @param id name, unique in a scenario
 * @param station id of its station
 * @param arrival first period of the stay
 * @param departure first period after the stay; more than arrival
 * @param batteryKwh greatest energy the battery holds. Unit: kWh
 * @param minEnergyKwh least energy the battery may hold, at most batteryKwh; where less is in it on
 *     arrival, {@link LeastEnergy} says how it is brought up to it first. Unit: kWh
 * @param arrivalEnergyKwh energy on arrival, at most batteryKwh. Unit: kWh
 * @param targetEnergyKwh energy wanted on departure, at most batteryKwh. Unit: kWh
 * @param shortfallCostPerKwh cost of energy missing on departure, null where the target is hard.
 *     Unit: currency per kWh
 * @param charger powers and efficiencies of this session
 * @param details what else it has
 */
public record Session(
    String id,
    String station,
    int arrival,
    int departure,
    double batteryKwh,
    double minEnergyKwh,
    double arrivalEnergyKwh,
    double targetEnergyKwh,
    @Nullable Double shortfallCostPerKwh,
    Charger charger,
    SessionDetails details) {
  /** Shortfall costs where a scenario does not say. Unit: currency per kWh. */
  public static final double DEFAULT_SHORTFALL_COST_PER_KWH = 10;

  public Session {
    require(arrival >= 0, () -> "arrival (period " + arrival + ") must be at least 0");
    require(
        departure > arrival,
        () ->
            "departure (period "
                + departure
                + ") must come after arrival (period "
                + arrival
                + ")");
    requireEnergy("batteryKwh", batteryKwh);
    require(batteryKwh > 0, () -> "batteryKwh (" + batteryKwh + ") must be above 0");
    requireEnergy("minEnergyKwh", minEnergyKwh);
    requireEnergy("arrivalEnergyKwh", arrivalEnergyKwh);
    requireEnergy("targetEnergyKwh", targetEnergyKwh);
    requireAtMost("minEnergyKwh", minEnergyKwh, "batteryKwh", batteryKwh);
    requireAtMost("arrivalEnergyKwh", arrivalEnergyKwh, "batteryKwh", batteryKwh);
    requireAtMost("targetEnergyKwh", targetEnergyKwh, "batteryKwh", batteryKwh);
    if (shortfallCostPerKwh != null) {
      requireEnergy("shortfallCostPerKwh", shortfallCostPerKwh);
      require(
          details.valueAboveTargetPerKwh() <= shortfallCostPerKwh,
          () ->
              "valueAboveTargetPerKwh (%s) must be at most shortfallCostPerKwh (%s)"
                  .formatted(details.valueAboveTargetPerKwh(), shortfallCostPerKwh));
    }
    for (SessionDetails.Target target : details.targets()) {
      requireEnergy("targets: energyKwh", target.energyKwh());
      requireAtMost("targets: energyKwh", target.energyKwh(), "batteryKwh", batteryKwh);
      require(
          target.period() > arrival && target.period() < departure,
          () ->
              "targets: period (%d) must be between arrival (period %d) and departure (period %d)"
                  .formatted(target.period(), arrival, departure));
    }
    requireAtMost(
        "minDepartureEnergyKwh", details.minDepartureEnergyKwh(), "batteryKwh", batteryKwh);
    for (double step : details.powerStepsKw()) {
      require(
          step >= charger.charge().minKw() && step <= charger.charge().maxKw(),
          () ->
              "powerStepsKw (%s kW) must be within chargePowerKw (%s to %s kW)"
                  .formatted(step, charger.charge().minKw(), charger.charge().maxKw()));
    }
  }

  /** A session with nothing but powers and a target on departure. */
  public Session(
      String id,
      String station,
      int arrival,
      int departure,
      double batteryKwh,
      double minEnergyKwh,
      double arrivalEnergyKwh,
      double targetEnergyKwh,
      @Nullable Double shortfallCostPerKwh,
      Charger charger) {
    this(
        id,
        station,
        arrival,
        departure,
        batteryKwh,
        minEnergyKwh,
        arrivalEnergyKwh,
        targetEnergyKwh,
        shortfallCostPerKwh,
        charger,
        SessionDetails.NONE);
  }

  /** A copy with other details. */
  public Session withDetails(SessionDetails others) {
    return new Session(
        id,
        station,
        arrival,
        departure,
        batteryKwh,
        minEnergyKwh,
        arrivalEnergyKwh,
        targetEnergyKwh,
        shortfallCostPerKwh,
        charger,
        others);
  }

  /** Sentences are made only where they are needed: large fleets are made session by session. */
  private static void require(boolean holds, Supplier<String> sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence.get());
    }
  }

  private static void requireEnergy(String field, double value) {
    require(
        value >= 0 && Double.isFinite(value),
        () -> field + " (" + value + ") must be a number of at least 0");
  }

  private static void requireAtMost(String field, double value, String bound, double limit) {
    require(
        value <= limit,
        () -> field + " (" + value + " kWh) must be at most " + bound + " (" + limit + " kWh)");
  }

  /** A copy with another cost of energy missing on departure, null for a hard target. */
  public Session withShortfallCost(@Nullable Double perKwh) {
    return new Session(
        id,
        station,
        arrival,
        departure,
        batteryKwh,
        minEnergyKwh,
        arrivalEnergyKwh,
        targetEnergyKwh,
        perKwh,
        charger,
        details);
  }

  /** Number of periods of the stay. */
  public int periods() {
    return departure - arrival;
  }

  public boolean isPresent(int period) {
    return arrival <= period && period < departure;
  }

  public boolean hasHardTarget() {
    return shortfallCostPerKwh == null;
  }

  /** Energy after so many hours that began with {@code energyKwh}. Unit: kWh. */
  public double energyAfter(double energyKwh, double chargeKw, double dischargeKw, double hours) {
    return energyKwh
        + hours
            * (charger.chargeEfficiency() * chargeKw - dischargeKw / charger.dischargeEfficiency());
  }

  /** The least energy it may have over the stay. */
  public LeastEnergy leastEnergy(Horizon horizon) {
    return new LeastEnergy(Storage.of(this, horizon));
  }

  /** The most energy it can have on departure. Unit: kWh. */
  public double reachableEnergyKwh(Horizon horizon) {
    double hours = horizon.hours(arrival, departure);
    double drawn = hours * charger.chargeEfficiency() * charger.charge().maxKw();
    return Math.min(batteryKwh, arrivalEnergyKwh + drawn);
  }

  /**
   * What the energy costs that is missing on departure after a whole stay at full power, 0 where
   * the target is hard. Unit: currency
   */
  public double unavoidableShortfallCost(Horizon horizon) {
    Double perKwh = shortfallCostPerKwh();
    double missing = targetEnergyKwh() - reachableEnergyKwh(horizon);
    return perKwh == null ? 0 : perKwh * Math.max(0, missing);
  }
}
