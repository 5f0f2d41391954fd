package io.evenflow.check;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one session, (10)–(14): powers in {0} ∪ [min, max] and only while present, never both
 * ways at once, the battery's energy within its limits, a hard target reached.
 */
final class SessionCheck {
  private final Scenario scenario;
  private final Session session;
  private final double[] chargeKw;
  private final double[] dischargeKw;
  private final PeriodNames periods;
  private final Violations limits;
  private final double[] energyKwh;
  private double energyErrorKwh;
  private double claimErrorKwh;

  SessionCheck(
      Scenario scenario, Dispatch dispatch, int index, PeriodNames periods, Violations limits) {
    this.scenario = scenario;
    this.session = scenario.sessions().get(index);
    this.chargeKw = dispatch.chargeKw()[index];
    this.dischargeKw = dispatch.dischargeKw()[index];
    this.periods = periods;
    this.limits = limits;
    this.energyKwh = energies();
  }

  /** The battery's balance, from powers alone. */
  private double[] energies() {
    double[] energies = new double[session.periods() + 1];
    energies[0] = session.arrivalEnergyKwh();
    for (int k = 0; k < session.periods(); k++) {
      int period = session.arrival() + k;
      double into = session.charger().chargeEfficiency() * chargeKw[period];
      double outOf = dischargeKw[period] / session.charger().dischargeEfficiency();
      energies[k + 1] = energies[k] + scenario.horizon().hours(period) * (into - outOf);
    }
    return energies;
  }

  void checkLimits() {
    for (int period = 0; period < scenario.periods(); period++) {
      if (session.isPresent(period)) {
        powers(period);
      } else {
        absence(period);
      }
    }
    double[] leastKwh = LeastAllowed.kwh(session, scenario.horizon());
    for (int k = 1; k < energyKwh.length; k++) {
      double outside =
          limits.requireWithin(
              at(session.arrival() + k) + ": energy",
              energyKwh[k],
              leastKwh[k],
              session.batteryKwh(),
              " kWh",
              Tolerances.ENERGY_KWH);
      energyErrorKwh = Math.max(energyErrorKwh, outside);
    }
    if (session.hasHardTarget() && !(missingKwh() <= Tolerances.ENERGY_KWH)) {
      limits.add(
          "%s: energy %s kWh on departure is below its hard target %s kWh"
              .formatted(
                  at(session.departure()),
                  Violations.text(energyKwh[energyKwh.length - 1]),
                  Violations.text(session.targetEnergyKwh())));
    }
  }

  private String at(int period) {
    return "session '" + session.id() + "', " + periods.of(period);
  }

  private void powers(int period) {
    double charge = chargeKw[period];
    double discharge = dischargeKw[period];
    range(at(period) + ": charging power", charge, session.charger().charge());
    range(at(period) + ": discharging power", discharge, session.charger().discharge());
    if (isOn(charge) && isOn(discharge)) {
      limits.add(
          "%s: charges (%s kW) and discharges (%s kW) at once"
              .formatted(at(period), Violations.text(charge), Violations.text(discharge)));
    }
  }

  private void range(String what, double power, @Nullable PowerRange range) {
    if (!isOn(power)) {
      return;
    }
    if (range == null) {
      limits.add(what + " " + Violations.text(power) + " kW at a charger that cannot discharge");
    } else {
      limits.requireWithin(what, power, range.minKw(), range.maxKw(), " kW", Tolerances.POWER_KW);
    }
  }

  /** Whether a power is not zero; what is no number is on, so that its range is looked at. */
  private static boolean isOn(double power) {
    return !(Math.abs(power) <= Tolerances.POWER_KW);
  }

  private void absence(int period) {
    if (isOn(chargeKw[period]) || isOn(dischargeKw[period])) {
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
        missingKwh(),
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

  /** Energy missing on departure, 0 or more. Unit: kWh. */
  double missingKwh() {
    return Math.max(0, session.targetEnergyKwh() - energyKwh[energyKwh.length - 1]);
  }

  /** Worst distance of an energy from its limits. Unit: kWh. */
  double energyErrorKwh() {
    return energyErrorKwh;
  }

  /** Worst distance of an energy from its claim. Unit: kWh. */
  double claimErrorKwh() {
    return claimErrorKwh;
  }
}
