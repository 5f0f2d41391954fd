package io.evenflow.method;

import io.evenflow.scenario.Scenario;
import java.util.List;

/** Names the periods in which the load alone is more than any power flow can bring. */
final class Collapse {
  private static final int NAMED = 5;

  private Collapse() {}

  static List<String> sentences(Scenario scenario, DayProblem day) {
    return day.periodsWithoutPowerFlow().stream()
        .limit(NAMED)
        .map(
            t ->
                ("period %d (%s): no power flow exists, the feeder cannot carry the load whatever"
                        + " is done; maybe a load is in kW where MW are meant")
                    .formatted(t, scenario.horizon().startOf(t)))
        .toList();
  }
}
