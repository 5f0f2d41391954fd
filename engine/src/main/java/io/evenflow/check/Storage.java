package io.evenflow.check;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Vehicle;
import io.evenflow.time.Horizon;

/**
 * A battery over the periods [from, to) in which it is connected: of a session, of a vehicle at one
 * of its stays, or one that stands.
 *
 * @param firstKwh energy at the start of the first period. Unit: kWh
 */
record Storage(
    int from,
    int to,
    double capacityKwh,
    double minKwh,
    double firstKwh,
    Charger charger,
    SessionDetails details) {

  static Storage of(Session session) {
    return new Storage(
        session.arrival(),
        session.departure(),
        session.batteryKwh(),
        session.minEnergyKwh(),
        session.arrivalEnergyKwh(),
        session.charger(),
        session.details());
  }

  static Storage of(Vehicle vehicle, Vehicle.Stay stay, double arrivalKwh) {
    return new Storage(
        stay.arrival(),
        stay.departure(),
        vehicle.batteryKwh(),
        vehicle.minEnergyKwh(),
        arrivalKwh,
        stay.charger(),
        SessionDetails.NONE);
  }

  static Storage of(Battery battery, int periods) {
    return new Storage(
        0,
        periods,
        battery.capacityKwh(),
        battery.minEnergyKwh(),
        battery.startEnergyKwh(),
        battery.charger(),
        SessionDetails.NONE);
  }

  Storage withMinimum(double kwh) {
    return new Storage(from, to, capacityKwh, kwh, firstKwh, charger, details);
  }

  int periods() {
    return to - from;
  }

  /**
   * The balance, from powers alone: energies at the start of each of its periods and at its end.
   *
   * @param chargeKw by period of the horizon
   * @param dischargeKw likewise
   */
  double[] energyKwh(double[] chargeKw, double[] dischargeKw, Horizon horizon) {
    double[] energies = new double[periods() + 1];
    energies[0] = firstKwh;
    for (int k = 0; k < periods(); k++) {
      double into = charger.chargeEfficiency() * chargeKw[from + k];
      double outOf = dischargeKw[from + k] / charger.dischargeEfficiency();
      energies[k + 1] = energies[k] + horizon.hours(from + k) * (into - outOf);
    }
    return energies;
  }
}
