package io.evenflow.check;

import io.evenflow.fleet.PowerRange;
import io.evenflow.time.Horizon;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a battery while it is connected, (10)–(13): powers in {0} ∪ [min, max], never both ways
 * at once, its energy within its limits.
 */
final class StorageCheck {
  private final String object;
  private final Storage storage;
  private final double[] chargeKw;
  private final double[] dischargeKw;
  private final Horizon horizon;
  private final PeriodNames periods;
  private final Violations limits;
  private final double[] energyKwh;
  private double energyErrorKwh;

  /**
   * @param object what sentences call it
   * @param chargeKw by period of the horizon
   * @param dischargeKw likewise
   */
  StorageCheck(
      String object,
      Storage storage,
      double[] chargeKw,
      double[] dischargeKw,
      Horizon horizon,
      PeriodNames periods,
      Violations limits) {
    this.object = object;
    this.storage = storage;
    this.chargeKw = chargeKw;
    this.dischargeKw = dischargeKw;
    this.horizon = horizon;
    this.periods = periods;
    this.limits = limits;
    energyKwh = storage.energyKwh(chargeKw, dischargeKw, horizon);
  }

  void checkLimits() {
    for (int period = storage.from(); period < storage.to(); period++) {
      powers(period);
    }
    double[] leastKwh = LeastAllowed.kwh(storage, horizon);
    for (int k = 1; k < energyKwh.length; k++) {
      int period = storage.from() + k;
      double outside =
          limits.requireWithin(
              () -> at(period) + ": energy",
              energyKwh[k],
              leastKwh[k],
              storage.capacityKwh(),
              " kWh",
              Tolerances.ENERGY_KWH);
      energyErrorKwh = Math.max(energyErrorKwh, outside);
    }
  }

  private String at(int period) {
    return object + ", " + periods.of(period);
  }

  private void powers(int period) {
    double charge = chargeKw[period];
    double discharge = dischargeKw[period];
    range(() -> at(period) + ": charging power", charge, storage.charger().charge());
    range(() -> at(period) + ": discharging power", discharge, storage.charger().discharge());
    if (isOn(charge) && isOn(discharge)) {
      limits.add(
          "%s: charges (%s kW) and discharges (%s kW) at once"
              .formatted(at(period), Violations.text(charge), Violations.text(discharge)));
    }
  }

  private void range(Supplier<String> what, double power, @Nullable PowerRange range) {
    if (!isOn(power)) {
      return;
    }
    if (range == null) {
      limits.add(
          what.get() + " " + Violations.text(power) + " kW at a charger that cannot discharge");
    } else {
      limits.requireWithin(what, power, range.minKw(), range.maxKw(), " kW", Tolerances.POWER_KW);
    }
  }

  /** Whether a power is not zero; what is no number is on, so that its range is looked at. */
  static boolean isOn(double power) {
    return !(Math.abs(power) <= Tolerances.POWER_KW);
  }

  /** Energies at the start of each of its periods and at its end. Unit: kWh. */
  double[] energyKwh() {
    return energyKwh.clone();
  }

  double lastKwh() {
    return energyKwh[energyKwh.length - 1];
  }

  /** Worst distance of an energy from its limits. Unit: kWh. */
  double energyErrorKwh() {
    return energyErrorKwh;
  }
}
