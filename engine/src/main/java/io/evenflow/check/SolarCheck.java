package io.evenflow.check;

import io.evenflow.fleet.Solar;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/**
 * Limits of a photovoltaic plant: it feeds in what the sun gives, or less where it may, within its
 * inverter's rating, and reactive power as its mode says.
 */
final class SolarCheck {
  private final Scenario scenario;
  private final Solar plant;
  private final double[] activeKw;
  private final double[] reactiveKvar;
  private final PeriodNames periods;
  private final Violations limits;

  SolarCheck(
      Scenario scenario, Dispatch dispatch, int index, PeriodNames periods, Violations limits) {
    this.scenario = scenario;
    this.periods = periods;
    this.limits = limits;
    plant = scenario.solar().get(index);
    activeKw = dispatch.assets().solarKw()[index];
    reactiveKvar = dispatch.assets().solarKvar()[index];
  }

  void checkLimits() {
    for (int period = 0; period < scenario.periods(); period++) {
      String at = "solar '" + plant.id() + "', " + periods.of(period) + ": ";
      active(at, period);
      switch (plant.reactive()) {
        case NONE -> reactive(at, period, 0);
        case FIXED -> reactive(at, period, -drawnKvarPerKw(plant) * activeKw[period]);
        case FREE -> rating(at, period);
      }
    }
  }

  private void active(String at, int period) {
    double available = plant.availableKw().at(period);
    limits.requireWithin(
        at + "active power",
        activeKw[period],
        plant.curtailable() ? 0 : available,
        Math.min(available, passedKw()),
        " kW",
        Tolerances.SOLAR_KW);
  }

  /** Most active power the inverter passes beside the reactive power that goes with it. */
  private double passedKw() {
    Double rating = plant.ratingKva();
    if (rating == null) {
      return Double.POSITIVE_INFINITY;
    }
    return plant.reactive() == Solar.Reactive.FIXED
        ? rating * Math.abs(plant.powerFactor())
        : rating;
  }

  /** tan φ, above 0 where the plant draws reactive power. */
  static double drawnKvarPerKw(Solar plant) {
    return Math.copySign(Math.tan(Math.acos(Math.abs(plant.powerFactor()))), plant.powerFactor());
  }

  private void reactive(String at, int period, double kvar) {
    limits.requireWithin(
        at + "reactive power", reactiveKvar[period], kvar, kvar, " kvar", Tolerances.SOLAR_KW);
  }

  private void rating(String at, int period) {
    Double rating = plant.ratingKva();
    if (rating != null) {
      limits.requireWithin(
          at + "apparent power",
          Math.hypot(activeKw[period], reactiveKvar[period]),
          0,
          rating,
          " kVA",
          Tolerances.SOLAR_KW);
    }
  }
}
