package io.evenflow.report;

import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Station;
import io.evenflow.market.PeakCharge;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Meters with something behind them or a limit: stations that are more than chargers, groups. */
record Meters(List<Meter> all) {
  /**
   * A meter.
   *
   * @param name such as "station 'depot'", as peaks call it
   * @param stations indices of the stations behind it
   * @param connection its limits
   * @param peakCharge what its highest import costs, null for nothing
   * @param netKw net power by period. Unit: kW
   */
  record Meter(
      String name,
      Set<Integer> stations,
      Connection connection,
      @Nullable PeakCharge peakCharge,
      double[] netKw) {}

  /** Those of a scenario with the net powers that the check found; none where it found none. */
  static Meters of(Scenario scenario, Settlement settlement) {
    List<Meter> meters = new ArrayList<>();
    double[][] netKw = settlement.stationKw();
    if (netKw.length == scenario.stations().size()) {
      for (int k = 0; k < netKw.length; k++) {
        Station station = scenario.stations().get(k);
        if (isMoreThanChargers(scenario, station)) {
          meters.add(
              new Meter(
                  "station '" + station.id() + "'",
                  Set.of(k),
                  station.site().connection(),
                  station.site().peakCharge(),
                  netKw[k]));
        }
      }
      scenario.groups().forEach(group -> meters.add(meter(scenario, group, netKw)));
    }
    return new Meters(meters);
  }

  private static boolean isMoreThanChargers(Scenario scenario, Station station) {
    return !station.site().equals(Station.Site.NONE)
        || scenario.batteries().stream()
            .anyMatch(each -> station.id().equals(each.location().station()))
        || scenario.solar().stream()
            .anyMatch(each -> station.id().equals(each.location().station()));
  }

  private static Meter meter(Scenario scenario, Group group, double[][] netKw) {
    Set<Integer> stations = new TreeSet<>();
    double[] sum = new double[scenario.periods()];
    for (String id : group.stations()) {
      int k = scenario.stationIndex(id);
      stations.add(k);
      for (int t = 0; t < sum.length; t++) {
        sum[t] += netKw[k][t];
      }
    }
    return new Meter(
        "group '" + group.id() + "'", stations, group.connection(), group.peakCharge(), sum);
  }
}
