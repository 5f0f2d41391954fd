package io.evenflow.check;

import io.evenflow.fleet.Location;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/** Powers behind each station's meter in one period. */
final class StationPowers {
  private final Scenario scenario;
  private final double[] movingKw;
  private final int period;

  private StationPowers(Scenario scenario, int period) {
    this.scenario = scenario;
    this.period = period;
    movingKw = new double[scenario.stations().size()];
  }

  static StationPowers of(Scenario scenario, Dispatch dispatch, int period) {
    StationPowers powers = new StationPowers(scenario, period);
    ChargePoints.forEach(
        scenario,
        dispatch,
        period,
        (station, charge, discharge) -> powers.movingKw[station] += charge - discharge);
    Dispatch.Assets assets = dispatch.assets();
    for (int b = 0; b < scenario.batteries().size(); b++) {
      double netKw = assets.batteryChargeKw()[b][period] - assets.batteryDischargeKw()[b][period];
      powers.add(scenario.batteries().get(b).location(), netKw);
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      powers.add(scenario.solar().get(i).location(), -assets.solarKw()[i][period]);
    }
    return powers;
  }

  private void add(Location location, double netKw) {
    if (location.station() != null) {
      movingKw[scenario.stationIndex(location.station())] += netKw;
    }
  }

  /** What sessions, vehicles and batteries draw less what they and PV feed in. Unit: kW. */
  double movingKw(int station) {
    return movingKw[station];
  }

  /** The same with the building's load: what the meter shows. Unit: kW. */
  double netKw(int station) {
    return scenario.stations().get(station).site().loadKw(period) + movingKw[station];
  }
}
