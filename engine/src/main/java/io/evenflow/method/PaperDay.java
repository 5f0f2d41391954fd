package io.evenflow.method;

import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Station.Site;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;

/** Whether a day is one of the paper: a grid, prices, stations and sessions, and nothing else. */
final class PaperDay {
  private PaperDay() {}

  static boolean is(Scenario scenario) {
    return scenario.equipment().equals(Equipment.NONE)
        && scenario.stations().stream().allMatch(station -> station.site().equals(Site.NONE))
        && scenario.sessions().stream()
            .allMatch(session -> session.details().equals(SessionDetails.NONE));
  }
}
