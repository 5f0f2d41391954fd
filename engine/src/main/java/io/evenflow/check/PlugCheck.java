package io.evenflow.check;

import io.evenflow.fleet.Station;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/** Not more sessions and vehicles of a station draw or feed in at once than it has plugs. */
final class PlugCheck {
  private PlugCheck() {}

  static void check(Scenario scenario, Dispatch dispatch, PeriodNames periods, Violations limits) {
    if (scenario.stations().stream().allMatch(station -> station.site().plugs() == null)) {
      return;
    }
    for (int period = 0; period < scenario.periods(); period++) {
      int[] used = used(scenario, dispatch, period);
      for (int k = 0; k < used.length; k++) {
        Station station = scenario.stations().get(k);
        Integer plugs = station.site().plugs();
        if (plugs != null && used[k] > plugs) {
          limits.add(
              "station '%s', %s: %d vehicles charge or discharge at once, its plugs are %d"
                  .formatted(station.id(), periods.of(period), used[k], plugs));
        }
      }
    }
  }

  private static int[] used(Scenario scenario, Dispatch dispatch, int period) {
    int[] used = new int[scenario.stations().size()];
    ChargePoints.forEach(
        scenario,
        dispatch,
        period,
        (station, charge, discharge) -> {
          if (StorageCheck.isOn(charge) || StorageCheck.isOn(discharge)) {
            used[station]++;
          }
        });
    return used;
  }
}
