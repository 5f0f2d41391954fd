package io.evenflow.check;

import io.evenflow.fleet.Group;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/** Net powers of stations, and of groups of them, over the horizon. */
final class Meters {
  private final Scenario scenario;
  private final double[][] stationKw;

  Meters(Scenario scenario, Dispatch dispatch) {
    this.scenario = scenario;
    stationKw = new double[scenario.stations().size()][scenario.periods()];
    for (int period = 0; period < scenario.periods(); period++) {
      StationPowers powers = StationPowers.of(scenario, dispatch, period);
      for (int k = 0; k < stationKw.length; k++) {
        stationKw[k][period] = powers.netKw(k);
      }
    }
  }

  /** By station and period; not to be changed. Unit: kW. */
  double[][] stationKw() {
    return stationKw;
  }

  /** Sum of a group's stations by period. Unit: kW. */
  double[] kwOf(Group group) {
    double[] sum = new double[scenario.periods()];
    for (String station : group.stations()) {
      double[] kw = stationKw[scenario.stationIndex(station)];
      for (int period = 0; period < sum.length; period++) {
        sum[period] += kw[period];
      }
    }
    return sum;
  }
}
