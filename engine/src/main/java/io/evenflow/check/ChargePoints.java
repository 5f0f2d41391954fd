package io.evenflow.check;

import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/** What sessions, and vehicles while they stay, draw and feed in at stations in a period. */
final class ChargePoints {
  private ChargePoints() {}

  /** Does something with the powers at a charge point. Unit: kW at the meter. */
  interface Use {
    void of(int station, double chargeKw, double dischargeKw);
  }

  /** Goes through all that is not zero; a vehicle's powers on the road act nowhere. */
  static void forEach(Scenario scenario, Dispatch dispatch, int period, Use use) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      double charge = dispatch.chargeKw()[s][period];
      double discharge = dispatch.dischargeKw()[s][period];
      if (charge != 0 || discharge != 0) {
        use.of(scenario.stationOf(s), charge, discharge);
      }
    }
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      double charge = dispatch.assets().vehicleChargeKw()[v][period];
      double discharge = dispatch.assets().vehicleDischargeKw()[v][period];
      if (charge != 0 || discharge != 0) {
        for (Vehicle.Stay stay : scenario.vehicles().get(v).stays()) {
          if (stay.arrival() <= period && period < stay.departure()) {
            use.of(scenario.stationIndex(stay.station()), charge, discharge);
          }
        }
      }
    }
  }
}
