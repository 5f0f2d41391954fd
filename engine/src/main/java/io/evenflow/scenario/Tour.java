package io.evenflow.scenario;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Vehicle;
import io.evenflow.time.Horizon;

/**
 * What powers make of a vehicle with several stays. A trip takes at most what there is.
 *
 * @param energyKwh by stay: at the start of each of its periods, and on departure. Unit: kWh
 * @param missingOnTripKwh by stay: what the trip to it needed beyond what there was. Unit: kWh
 * @param missingOnDepartureKwh by stay: what it leaves short of. Unit: kWh
 * @param missingAtEndKwh what is missing at the end of the last stay. Unit: kWh
 */
public record Tour(
    double[][] energyKwh,
    double[] missingOnTripKwh,
    double[] missingOnDepartureKwh,
    double missingAtEndKwh) {

  /**
   * Follows a vehicle through its stays.
   *
   * @param chargeKw by period of the horizon. Unit: kW at the meter
   * @param dischargeKw likewise
   */
  public static Tour of(Vehicle vehicle, double[] chargeKw, double[] dischargeKw, Horizon horizon) {
    int count = vehicle.stays().size();
    double[][] energy = new double[count][];
    double[] onTrip = new double[count];
    double[] onDeparture = new double[count];
    double now = vehicle.startEnergyKwh();
    for (int i = 0; i < count; i++) {
      Vehicle.Stay stay = vehicle.stays().get(i);
      onTrip[i] = Math.max(0, stay.usedKwh() - now);
      energy[i] = energies(stay, Math.max(0, now - stay.usedKwh()), chargeKw, dischargeKw, horizon);
      now = energy[i][energy[i].length - 1];
      onDeparture[i] = Math.max(0, stay.departEnergyKwh() - now);
    }
    return new Tour(energy, onTrip, onDeparture, Math.max(0, vehicle.endEnergyKwh() - now));
  }

  /** Of a vehicle of a scenario under a schedule. */
  public static Tour of(Scenario scenario, Dispatch dispatch, int vehicle) {
    return of(
        scenario.vehicles().get(vehicle),
        dispatch.assets().vehicleChargeKw()[vehicle],
        dispatch.assets().vehicleDischargeKw()[vehicle],
        scenario.horizon());
  }

  private static double[] energies(
      Vehicle.Stay stay,
      double arrivalKwh,
      double[] chargeKw,
      double[] dischargeKw,
      Horizon horizon) {
    Charger charger = stay.charger();
    double[] energy = new double[stay.departure() - stay.arrival() + 1];
    energy[0] = arrivalKwh;
    for (int k = 0; k + 1 < energy.length; k++) {
      int period = stay.arrival() + k;
      double gainedKw =
          charger.chargeEfficiency() * chargeKw[period]
              - dischargeKw[period] / charger.dischargeEfficiency();
      energy[k + 1] = energy[k] + horizon.hours(period) * gainedKw;
    }
    return energy;
  }

  /** All that is missing on trips, on departures and at the end. Unit: kWh. */
  public double missingKwh() {
    double missing = missingAtEndKwh;
    for (int i = 0; i < energyKwh.length; i++) {
      missing += missingOnTripKwh[i] + missingOnDepartureKwh[i];
    }
    return missing;
  }
}
