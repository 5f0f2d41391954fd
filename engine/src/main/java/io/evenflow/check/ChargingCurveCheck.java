package io.evenflow.check;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.Session;

/** A session's charging power keeps to its curve at the energies each period begins and ends at. */
final class ChargingCurveCheck {
  private final Session session;
  private final ChargingCurve curve;
  private final PeriodNames periods;
  private final Violations limits;

  private ChargingCurveCheck(
      Session session, ChargingCurve curve, PeriodNames periods, Violations limits) {
    this.session = session;
    this.curve = curve;
    this.periods = periods;
    this.limits = limits;
  }

  /**
   * @param chargeKw by period of the horizon
   * @param energyKwh at the start of each period of the stay and at its end
   */
  static void check(
      Session session,
      double[] chargeKw,
      double[] energyKwh,
      PeriodNames periods,
      Violations limits) {
    ChargingCurve curve = session.details().chargingCurve();
    if (curve == null) {
      return;
    }
    ChargingCurveCheck check = new ChargingCurveCheck(session, curve, periods, limits);
    for (int k = 0; k < session.periods(); k++) {
      double power = chargeKw[session.arrival() + k];
      if (StorageCheck.isOn(power)) {
        check.at(session.arrival() + k, "begins", power, energyKwh[k]);
        check.at(session.arrival() + k, "ends", power, energyKwh[k + 1]);
      }
    }
  }

  private void at(int period, String when, double power, double energyKwh) {
    double most = curve.maxKw(energyKwh / session.batteryKwh());
    if (!(power <= most + Tolerances.POWER_KW)) {
      limits.add(
          "session '%s', %s: charging power %s kW is above %s kW, its curve at the %s kWh the period"
                  .formatted(
                      session.id(),
                      periods.of(period),
                      Violations.text(power),
                      Violations.text(most),
                      Violations.text(energyKwh))
              + " "
              + when
              + " with");
    }
  }
}
