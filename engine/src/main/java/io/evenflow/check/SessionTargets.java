package io.evenflow.check;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import org.jspecify.annotations.Nullable;

/**
 * Energies a session wants, at times of its stay and on departure: what is missing costs, or breaks
 * a hard target; what is there in the end has a value.
 */
final class SessionTargets {
  private final Session session;
  private final double[] energyKwh;

  /**
   * @param energyKwh at the start of each period of the stay and at its end
   */
  SessionTargets(Session session, double[] energyKwh) {
    this.session = session;
    this.energyKwh = energyKwh;
  }

  /** Says so where a hard target is missed. */
  void checkHard(PeriodNames periods, Violations limits) {
    String departure = periods.of(session.departure());
    if (!session.hasHardTarget()) {
      least(departure, limits);
      return;
    }
    for (SessionDetails.Target target : session.details().targets()) {
      hard(periods.of(target.period()), at(target), "", target.energyKwh(), limits);
    }
    hard(departure, lastKwh(), " on departure", session.targetEnergyKwh(), limits);
    least(departure, limits);
  }

  private void least(String departure, Violations limits) {
    double must = session.details().minDepartureEnergyKwh();
    if (!(must - lastKwh() <= Tolerances.ENERGY_KWH)) {
      limits.add(
          "session '%s', %s: energy %s kWh is below its minDepartureEnergyKwh %s kWh"
              .formatted(
                  session.id(), departure, Violations.text(lastKwh()), Violations.text(must)));
    }
  }

  private void hard(String time, double kwh, String when, double wantedKwh, Violations limits) {
    if (!(wantedKwh - kwh <= Tolerances.ENERGY_KWH)) {
      limits.add(
          "session '%s', %s: energy %s kWh%s is below its hard target %s kWh"
              .formatted(
                  session.id(), time, Violations.text(kwh), when, Violations.text(wantedKwh)));
    }
  }

  private double at(SessionDetails.Target target) {
    return energyKwh[target.period() - session.arrival()];
  }

  private double lastKwh() {
    return energyKwh[energyKwh.length - 1];
  }

  /** Energy missing on departure, 0 or more. Unit: kWh. */
  double missingOnDepartureKwh() {
    return Math.max(0, session.targetEnergyKwh() - lastKwh());
  }

  /** What all that is missing costs; 0 where targets are hard. Unit: currency. */
  double shortfallCost() {
    @Nullable Double perKwh = session.shortfallCostPerKwh();
    double missing = missingOnDepartureKwh();
    for (SessionDetails.Target target : session.details().targets()) {
      missing += Math.max(0, target.energyKwh() - at(target));
    }
    return perKwh == null ? 0 : perKwh * missing;
  }

  /** Value of the energy on departure. Unit: currency. */
  double value() {
    SessionDetails details = session.details();
    return details.valueAboveTargetPerKwh() * Math.max(0, lastKwh() - session.targetEnergyKwh())
        + details.valueAtEndPerKwh() * lastKwh();
  }
}
