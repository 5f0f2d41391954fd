package io.evenflow.check;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/**
 * Limits of one session, (10)–(14), and of its details: those of its battery while it is present,
 * no power while it is not, hard targets, runs, steps, the charging curve. And what it costs beside
 * energy.
 */
final class SessionCheck {
  private final Scenario scenario;
  private final Session session;
  private final double[] chargeKw;
  private final double[] dischargeKw;
  private final PeriodNames periods;
  private final Violations limits;
  private final StorageCheck battery;
  private final double[] energyKwh;
  private final SessionTargets targets;
  private final ChargingRuns runs;
  private double claimErrorKwh;

  SessionCheck(
      Scenario scenario, Dispatch dispatch, int index, PeriodNames periods, Violations limits) {
    this.scenario = scenario;
    this.session = scenario.sessions().get(index);
    this.chargeKw = dispatch.chargeKw()[index];
    this.dischargeKw = dispatch.dischargeKw()[index];
    this.periods = periods;
    this.limits = limits;
    battery =
        new StorageCheck(
            "session '" + session.id() + "'",
            Storage.of(session),
            chargeKw,
            dischargeKw,
            scenario.horizon(),
            periods,
            limits);
    energyKwh = battery.energyKwh();
    targets = new SessionTargets(session, energyKwh);
    runs = new ChargingRuns(session, chargeKw);
  }

  void checkLimits() {
    for (int period = 0; period < scenario.periods(); period++) {
      if (!session.isPresent(period)) {
        absence(period);
      }
    }
    battery.checkLimits();
    targets.checkHard(periods, limits);
    runs.check(periods, limits);
    PowerStepsCheck.check(session, chargeKw, periods, limits);
    ChargingCurveCheck.check(session, chargeKw, energyKwh, periods, limits);
  }

  private String at(int period) {
    return "session '" + session.id() + "', " + periods.of(period);
  }

  private void absence(int period) {
    if (StorageCheck.isOn(chargeKw[period]) || StorageCheck.isOn(dischargeKw[period])) {
      limits.add(
          "%s: charges %s kW and discharges %s kW while absent, before %s or from %s on"
              .formatted(
                  at(period),
                  Violations.text(chargeKw[period]),
                  Violations.text(dischargeKw[period]),
                  periods.of(session.arrival()),
                  periods.of(session.departure())));
    }
  }

  /** Holds what the schedule says of the session against what follows from its powers. */
  void checkClaims(Claims claims, Violations untrue) {
    double[] claimed = claims.energyKwh().get(session.id());
    if (claimed != null) {
      for (int k = 0; k < energyKwh.length; k++) {
        energy(session.arrival() + k, claimed[k], energyKwh[k], untrue);
      }
    }
    untrue.requireClaim(
        "session '" + session.id() + "': shortfall",
        claims.shortfallKwh().get(session.id()),
        "its powers leave",
        targets.missingOnDepartureKwh(),
        " kWh",
        Tolerances.ENERGY_KWH);
  }

  private void energy(int period, double claimed, double recomputed, Violations untrue) {
    claimErrorKwh = Math.max(claimErrorKwh, Math.abs(claimed - recomputed));
    untrue.requireClaim(
        at(period) + ": energy",
        claimed,
        "its powers give",
        recomputed,
        " kWh",
        Tolerances.ENERGY_KWH);
  }

  /** What is missing costs at all its targets. Unit: currency. */
  double shortfallCost() {
    return targets.shortfallCost();
  }

  /** What throughput and starts cost. Unit: currency. */
  double wearCost() {
    SessionDetails details = session.details();
    double throughput =
        Throughput.kwh(chargeKw, dischargeKw, session.arrival(), session.departure(), scenario);
    return details.throughputCostPerKwh() * throughput + details.startCost() * runs.starts();
  }

  /** Value of its energy on departure. Unit: currency. */
  double value() {
    return targets.value();
  }

  /** Worst distance of an energy from its limits. Unit: kWh. */
  double energyErrorKwh() {
    return battery.energyErrorKwh();
  }

  /** Worst distance of an energy from its claim. Unit: kWh. */
  double claimErrorKwh() {
    return claimErrorKwh;
  }
}
