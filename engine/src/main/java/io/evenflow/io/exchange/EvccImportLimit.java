package io.evenflow.io.exchange;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.PowerRange;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.util.List;

/**
 * An import limit that the load keeps with the batteries' help. Where they are empty it is what is
 * left of the load, as evcc exceeds it there too, at a price. Batteries that charge as soon as the
 * limit lets them and discharge only for it exceed it least.
 */
final class EvccImportLimit {
  /** What is drawn above the limit is rounded up to so much, so that no plan has to hit a point. */
  private static final double STEP_KW = 0.001;

  private final Horizon horizon;
  private final List<Battery> batteries;
  private final double[] kwh;

  EvccImportLimit(Horizon horizon, List<Battery> batteries) {
    this.horizon = horizon;
    this.batteries = batteries;
    kwh = batteries.stream().mapToDouble(Battery::startEnergyKwh).toArray();
  }

  /** By period, the limit or what has to be drawn above it. Unit: kW */
  double[] kw(double limitKw, Series loadKw, Series solarKw) {
    double[] limits = new double[loadKw.periods()];
    for (int t = 0; t < limits.length; t++) {
      double above = loadKw.at(t) - solarKw.at(t) - limitKw;
      double left = above > 0 ? above - discharge(t, above) : 0;
      if (above < 0) {
        charge(t, -above);
      }
      limits[t] = limitKw + STEP_KW * Math.ceil(left / STEP_KW - 1e-6);
    }
    return limits;
  }

  private double discharge(int t, double neededKw) {
    double given = 0;
    for (int i = 0; i < kwh.length; i++) {
      Battery battery = batteries.get(i);
      PowerRange range = battery.charger().discharge();
      if (range == null) {
        continue;
      }
      double kwhPerKw = horizon.hours(t) / battery.charger().dischargeEfficiency();
      double heldKw = Math.max(0, kwh[i] - battery.minEnergyKwh()) / kwhPerKw;
      double kw = Math.min(neededKw - given, Math.min(range.maxKw(), heldKw));
      kwh[i] -= kw * kwhPerKw;
      given += kw;
    }
    return given;
  }

  private void charge(int t, double spareKw) {
    double left = spareKw;
    for (int i = 0; i < kwh.length; i++) {
      Battery battery = batteries.get(i);
      PowerRange range = battery.charger().charge();
      double kwhPerKw = horizon.hours(t) * battery.charger().chargeEfficiency();
      double roomKw = (battery.capacityKwh() - kwh[i]) / kwhPerKw;
      double kw = Math.min(left, Math.min(range.maxKw(), roomKw));
      if (kw >= range.minKw()) {
        kwh[i] += kw * kwhPerKw;
        left -= kw;
      }
    }
  }
}
