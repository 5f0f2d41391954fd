package io.evenflow.check;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.time.Horizon;

/**
 * The least energy a session may have before each period of its stay and on departure. Below its
 * minimum on arrival, that is what charging from arrival on with the greatest power that the
 * battery takes reaches by then, and the minimum from there on.
 */
final class LeastAllowed {
  /** What a power may exceed the battery's room by, as part of it, for rounding. */
  private static final double ROUNDING = 1e-9;

  private LeastAllowed() {}

  /** By period of the stay, departure last. Unit: kWh. */
  static double[] kwh(Session session, Horizon horizon) {
    double[] least = new double[session.periods() + 1];
    double reached = session.arrivalEnergyKwh();
    for (int k = 0; k < least.length; k++) {
      least[k] = Math.min(session.minEnergyKwh(), reached);
      reached =
          Math.min(
              session.batteryKwh(),
              reached + gainKwh(session, reached, horizon.hours(session.arrival() + k)));
    }
    return least;
  }

  /** Energy that the greatest power brings which does not overfill the battery. */
  private static double gainKwh(Session session, double energyKwh, double hours) {
    PowerRange powers = session.charger().charge();
    double kwhPerKw = hours * session.charger().chargeEfficiency();
    double room = (session.batteryKwh() - energyKwh) * (1 + ROUNDING);
    if (kwhPerKw * powers.maxKw() <= room) {
      return kwhPerKw * powers.maxKw();
    }
    return kwhPerKw * powers.minKw() <= room ? session.batteryKwh() - energyKwh : 0;
  }
}
