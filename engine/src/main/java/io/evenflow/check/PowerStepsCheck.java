package io.evenflow.check;

import io.evenflow.fleet.Session;
import java.util.List;
import java.util.stream.Collectors;

/** A session that has power steps charges with one of them or not at all. */
final class PowerStepsCheck {
  private PowerStepsCheck() {}

  /**
   * @param chargeKw by period of the horizon
   */
  static void check(Session session, double[] chargeKw, PeriodNames periods, Violations limits) {
    List<Double> steps = session.details().powerStepsKw();
    if (steps.isEmpty()) {
      return;
    }
    for (int period = session.arrival(); period < session.departure(); period++) {
      double power = chargeKw[period];
      if (StorageCheck.isOn(power) && steps.stream().noneMatch(step -> isAt(power, step))) {
        limits.add(
            "session '%s', %s: charging power %s kW is none of its steps %s kW"
                .formatted(session.id(), periods.of(period), Violations.text(power), text(steps)));
      }
    }
  }

  private static boolean isAt(double power, double step) {
    return Math.abs(power - step) <= Tolerances.POWER_KW;
  }

  private static String text(List<Double> steps) {
    return steps.stream().map(Violations::text).collect(Collectors.joining(", "));
  }
}
