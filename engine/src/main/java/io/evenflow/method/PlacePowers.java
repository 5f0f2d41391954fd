package io.evenflow.method;

import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Dispatch.Assets;
import io.evenflow.scenario.Places;
import io.evenflow.scenario.Scenario;

/** What a schedule draws at each place in a period. */
final class PlacePowers {
  private final Scenario scenario;
  private final Places places;
  private final Dispatch dispatch;
  private final int period;
  private final double[] kw;

  private PlacePowers(Scenario scenario, Dispatch dispatch, int period) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.period = period;
    places = scenario.places();
    kw = new double[places.size()];
    addSessions();
    addVehicles();
    addBatteries();
    addSun();
  }

  /** Net power by place; what nobody decides is no part of it. Unit: kW. */
  static double[] kw(Scenario scenario, Dispatch dispatch, int period) {
    return new PlacePowers(scenario, dispatch, period).kw;
  }

  private void addSessions() {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      kw[places.ofStation(scenario.stationOf(s))] +=
          dispatch.chargeKw()[s][period] - dispatch.dischargeKw()[s][period];
    }
  }

  private void addVehicles() {
    Assets assets = dispatch.assets();
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      for (Vehicle.Stay stay : scenario.vehicles().get(v).stays()) {
        if (stay.arrival() <= period && period < stay.departure()) {
          kw[places.ofStation(scenario.stationIndex(stay.station()))] +=
              assets.vehicleChargeKw()[v][period] - assets.vehicleDischargeKw()[v][period];
        }
      }
    }
  }

  private void addBatteries() {
    Assets assets = dispatch.assets();
    for (int b = 0; b < scenario.batteries().size(); b++) {
      kw[places.of(scenario.batteries().get(b).location())] +=
          assets.batteryChargeKw()[b][period] - assets.batteryDischargeKw()[b][period];
    }
  }

  private void addSun() {
    for (int i = 0; i < scenario.solar().size(); i++) {
      if (scenario.solar().get(i).curtailable()) {
        kw[places.of(scenario.solar().get(i).location())] -= dispatch.assets().solarKw()[i][period];
      }
    }
  }
}
