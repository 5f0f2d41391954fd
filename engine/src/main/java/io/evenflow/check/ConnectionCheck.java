package io.evenflow.check;

import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.scenario.Scenario;

/** Net powers of stations and groups keep to what their connections carry each way. */
final class ConnectionCheck {
  private final PeriodNames periods;
  private final Violations limits;

  private ConnectionCheck(PeriodNames periods, Violations limits) {
    this.periods = periods;
    this.limits = limits;
  }

  static void check(Scenario scenario, Meters meters, PeriodNames periods, Violations limits) {
    ConnectionCheck check = new ConnectionCheck(periods, limits);
    for (int k = 0; k < scenario.stations().size(); k++) {
      check.connection(
          "station '" + scenario.stations().get(k).id() + "'",
          scenario.stations().get(k).site().connection(),
          meters.stationKw()[k]);
    }
    for (Group group : scenario.groups()) {
      check.connection("group '" + group.id() + "'", group.connection(), meters.kwOf(group));
    }
  }

  private void connection(String object, Connection connection, double[] netKw) {
    for (int period = 0; period < netKw.length; period++) {
      limits.requireWithin(
          object + ", " + periods.of(period) + ": net power",
          netKw[period],
          connection.leastKw(period),
          connection.mostKw(period),
          " kW",
          Tolerances.CONNECTION_KW);
    }
  }
}
