package io.evenflow.check;

import io.evenflow.fleet.Battery;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a stationary battery: those of its powers and its energy in all periods, and enough
 * energy at the end of the horizon, or what full power from the start on reaches if that is less.
 */
final class BatteryCheck {
  private final Scenario scenario;
  private final Battery battery;
  private final double[] chargeKw;
  private final double[] dischargeKw;
  private final PeriodNames periods;
  private final Violations limits;
  private final Storage storage;
  private final StorageCheck check;
  private double endErrorKwh;

  BatteryCheck(
      Scenario scenario, Dispatch dispatch, int index, PeriodNames periods, Violations limits) {
    this.scenario = scenario;
    this.periods = periods;
    this.limits = limits;
    battery = scenario.batteries().get(index);
    chargeKw = dispatch.assets().batteryChargeKw()[index];
    dischargeKw = dispatch.assets().batteryDischargeKw()[index];
    storage = Storage.of(battery, scenario.periods());
    check =
        new StorageCheck(
            object(), storage, chargeKw, dischargeKw, scenario.horizon(), periods, limits);
  }

  private String object() {
    return "battery '" + battery.id() + "'";
  }

  void checkLimits() {
    check.checkLimits();
    @Nullable Double end = battery.endEnergyKwh();
    if (end != null) {
      double[] rising = LeastAllowed.kwh(storage.withMinimum(end), scenario.horizon());
      endErrorKwh =
          limits.requireWithin(
              object() + ", " + periods.of(scenario.periods()) + ": energy at the end",
              check.lastKwh(),
              rising[scenario.periods()],
              Double.POSITIVE_INFINITY,
              " kWh",
              Tolerances.ENERGY_KWH);
    }
  }

  /** What its throughput costs. Unit: currency. */
  double wearCost() {
    return battery.throughputCostPerKwh()
        * Throughput.kwh(chargeKw, dischargeKw, 0, scenario.periods(), scenario);
  }

  /** Value of its energy at the end. Unit: currency. */
  double value() {
    return battery.endValuePerKwh() * check.lastKwh();
  }

  /** Worst distance of an energy from its limits. Unit: kWh. */
  double energyErrorKwh() {
    return Math.max(endErrorKwh, check.energyErrorKwh());
  }
}
