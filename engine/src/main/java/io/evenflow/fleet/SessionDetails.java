package io.evenflow.fleet;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session may have beyond powers and a target on departure.
 *
 * @param targets energies wanted at the start of periods before departure; what is missing costs
 *     what it costs on departure
 * @param valueAboveTargetPerKwh value of energy above the target on departure; at least 0 and at
 *     most the cost of a shortfall. Unit: currency per kWh
 * @param valueAtEndPerKwh value of all energy in the battery at the end of the stay, as for a stay
 *     that goes on beyond the horizon; at least 0. Unit: currency per kWh
 * @param throughputCostPerKwh cost of energy charged and of energy discharged, at the meter; at
 *     least 0. Unit: currency per kWh
 * @param startCost cost of each period of charging that follows one without; at least 0. Where
 *     starts or runs count, charging means drawing at least 2 W. Unit: currency
 * @param minimumRunPeriods once begun, charging goes on for at least so many periods or to the end
 *     of the stay; at least 1
 * @param powerStepsKw the only powers it can charge with, rising, within the charger's range; none
 *     where it can charge with all
 * @param chargingCurve greatest power over the state of charge, null for none
 * @param chargingNow whether it has been charging before its first period, so that going on is no
 *     start
 * @param minDepartureEnergyKwh energy it has on departure without fail, whatever a shortfall costs;
 *     at least 0. Unit: kWh
 */
public record SessionDetails(
    List<Target> targets,
    double valueAboveTargetPerKwh,
    double valueAtEndPerKwh,
    double throughputCostPerKwh,
    double startCost,
    int minimumRunPeriods,
    List<Double> powerStepsKw,
    @Nullable ChargingCurve chargingCurve,
    boolean chargingNow,
    double minDepartureEnergyKwh) {
  public static final SessionDetails NONE =
      new SessionDetails(List.of(), 0, 0, 0, 0, 1, List.of(), null, false);

  /**
   * Energy wanted at a time.
   *
   * @param period at whose start it is wanted
   * @param energyKwh unit: kWh; at least 0
   */
  public record Target(int period, double energyKwh) {}

  /** The same where nothing must be there on departure. */
  public SessionDetails(
      List<Target> targets,
      double valueAboveTargetPerKwh,
      double valueAtEndPerKwh,
      double throughputCostPerKwh,
      double startCost,
      int minimumRunPeriods,
      List<Double> powerStepsKw,
      @Nullable ChargingCurve chargingCurve,
      boolean chargingNow) {
    this(
        targets,
        valueAboveTargetPerKwh,
        valueAtEndPerKwh,
        throughputCostPerKwh,
        startCost,
        minimumRunPeriods,
        powerStepsKw,
        chargingCurve,
        chargingNow,
        0);
  }

  /** A copy with another energy that must be there on departure. */
  public SessionDetails withMinDepartureEnergy(double kwh) {
    return new SessionDetails(
        targets,
        valueAboveTargetPerKwh,
        valueAtEndPerKwh,
        throughputCostPerKwh,
        startCost,
        minimumRunPeriods,
        powerStepsKw,
        chargingCurve,
        chargingNow,
        kwh);
  }

  public SessionDetails {
    targets = List.copyOf(targets);
    powerStepsKw = List.copyOf(powerStepsKw);
    requireNotNegative("valueAboveTargetPerKwh", valueAboveTargetPerKwh);
    requireNotNegative("valueAtEndPerKwh", valueAtEndPerKwh);
    requireNotNegative("throughputCostPerKwh", throughputCostPerKwh);
    requireNotNegative("startCost", startCost);
    requireNotNegative("minDepartureEnergyKwh", minDepartureEnergyKwh);
    require(
        minimumRunPeriods >= 1,
        () -> "minimumRunPeriods (" + minimumRunPeriods + ") must be at least 1");
    for (int i = 0; i < powerStepsKw.size(); i++) {
      int place = i;
      double step = powerStepsKw.get(i);
      double before = i == 0 ? 0 : powerStepsKw.get(i - 1);
      require(
          step > before && Double.isFinite(step),
          () -> "powerStepsKw[%d] (%s kW) must be above %s kW".formatted(place, step, before));
    }
  }

  private static void requireNotNegative(String field, double value) {
    require(
        value >= 0 && Double.isFinite(value),
        () -> field + " (" + value + ") must be a number of at least 0");
  }

  private static void require(boolean holds, Supplier<String> sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence.get());
    }
  }
}
