package io.evenflow.method;

import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Resource;
import io.evenflow.fleet.Session;
import io.evenflow.resource.StorageResource;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sessions of a scenario as the first resources of a problem whose first rows are the stations'
 * net powers, in kW: one station's periods after the other's.
 */
record SessionRows(Scenario scenario) {
  int row(int station, int period) {
    return station * scenario.periods() + period;
  }

  /** What 1 kW held for a period costs at a station. Unit: currency. */
  double price(int period) {
    return scenario.horizon().hours(period) * scenario.prices().perKwh(period);
  }

  List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      int station = scenario.stationOf(s);
      int[] rows =
          IntStream.range(session.arrival(), session.departure())
              .map(t -> row(station, t))
              .toArray();
      resources.add(new StorageResource(session, scenario.horizon(), rows));
    }
    return resources;
  }

  /** A schedule with the sessions' powers of a plan, and nothing else yet. */
  Dispatch powers(Plan plan) {
    int sessions = scenario.sessions().size();
    int generators = scenario.feeder().generators().size();
    int periods = scenario.periods();
    Dispatch dispatch =
        new Dispatch(
            new double[sessions][periods],
            new double[sessions][periods],
            new double[generators][periods],
            new double[generators][periods],
            new double[periods]);
    for (int s = 0; s < sessions; s++) {
      double[] netKw = plan.profile(s).amounts();
      int arrival = scenario.sessions().get(s).arrival();
      for (int k = 0; arrival + k < scenario.sessions().get(s).departure(); k++) {
        dispatch.chargeKw()[s][arrival + k] = Math.max(0, netKw[k]);
        dispatch.dischargeKw()[s][arrival + k] = Math.max(0, -netKw[k]);
      }
    }
    return dispatch;
  }

  /** What the sessions' energy costs in a plan. Unit: currency. */
  double charging(Plan plan) {
    double sum = 0;
    for (int k = 0; k < scenario.stations().size(); k++) {
      for (int t = 0; t < scenario.periods(); t++) {
        sum += price(t) * plan.amounts()[row(k, t)];
      }
    }
    return sum;
  }

  /** What their missing energy costs in a plan. Unit: currency. */
  double shortfall(Plan plan) {
    double sum = 0;
    for (int s = 0; s < scenario.sessions().size(); s++) {
      sum += plan.profile(s).ownCost();
    }
    return sum;
  }
}
