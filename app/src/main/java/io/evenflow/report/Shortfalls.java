package io.evenflow.report;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sessions that leave with less energy than they want, the worst first. */
final class Shortfalls {
  private static final int SHOWN = 10;

  /** Below this it is a solver's tolerance, not a shortfall. Unit: kWh. */
  private static final double LEAST_KWH = 0.01;

  private record Shortfall(Session session, double missingKwh) {}

  private Shortfalls() {}

  static List<String> of(Scenario scenario, Dispatch dispatch) {
    List<Shortfall> found = found(scenario, dispatch);
    return found.isEmpty() ? List.of("Every session reaches its target.") : lines(scenario, found);
  }

  /** All of them as a table whose first row names its columns; empty where there is none. */
  static Table table(Scenario scenario, Dispatch dispatch) {
    List<Shortfall> found = found(scenario, dispatch);
    return found.isEmpty() ? new Table() : table(scenario, found, "");
  }

  private static List<Shortfall> found(Scenario scenario, Dispatch dispatch) {
    List<Shortfall> found = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      double missing = dispatch.shortfallKwh(s, session, scenario.horizon().stepHours());
      if (missing >= LEAST_KWH) {
        found.add(new Shortfall(session, missing));
      }
    }
    found.sort(Comparator.comparingDouble(Shortfall::missingKwh).reversed());
    return found;
  }

  private static Table table(Scenario scenario, List<Shortfall> shown, String indent) {
    Table table =
        new Table()
            .row(indent + "session", "station", "leaves", "missing kWh", "of target kWh", "");
    for (Shortfall shortfall : shown) {
      Session session = shortfall.session();
      boolean reachable =
          session.reachableEnergyKwh(scenario.horizon().stepHours())
              >= session.targetEnergyKwh() - LEAST_KWH;
      table.row(
          indent + session.id(),
          session.station(),
          Clock.time(scenario.horizon(), session.departure()),
          Figures.decimals(shortfall.missingKwh(), 1),
          Figures.decimals(session.targetEnergyKwh(), 1),
          reachable ? "" : "out of reach at full power");
    }
    return table;
  }

  private static List<String> lines(Scenario scenario, List<Shortfall> found) {
    List<Shortfall> shown = found.subList(0, Math.min(SHOWN, found.size()));
    List<String> lines = new ArrayList<>();
    lines.add(Figures.count(found.size(), "session") + " short of target");
    lines.addAll(table(scenario, shown, "  ").lines());
    if (found.size() > SHOWN) {
      lines.add("  and " + (found.size() - SHOWN) + " more");
    }
    return lines;
  }
}
