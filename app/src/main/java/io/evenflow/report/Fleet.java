package io.evenflow.report;

import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What of a scenario can be decided, in words. */
final class Fleet {
  private Fleet() {}

  /** "61 sessions and 10 vehicles"; sessions alone where there are no vehicles. */
  static String words(Scenario scenario) {
    String sessions = Figures.count(scenario.sessions().size(), "session");
    String vehicles = Figures.count(scenario.vehicles().size(), "vehicle");
    if (scenario.vehicles().isEmpty()) {
      return sessions;
    }
    return scenario.sessions().isEmpty() ? vehicles : sessions + " and " + vehicles;
  }

  /** What one of them is called. */
  static String one(Scenario scenario) {
    return scenario.vehicles().isEmpty() ? "session" : "vehicle";
  }

  /** "Every session", "Every vehicle" or "Every session and vehicle". */
  static String every(Scenario scenario) {
    if (scenario.vehicles().isEmpty()) {
      return "Every session";
    }
    return scenario.sessions().isEmpty() ? "Every vehicle" : "Every session and vehicle";
  }

  /** "61 sessions at 20 stations, 2 batteries, 1 PV plant". */
  static String headline(Scenario scenario) {
    List<String> parts = new ArrayList<>();
    parts.add(words(scenario) + " at " + Figures.count(scenario.stations().size(), "station"));
    if (!scenario.batteries().isEmpty()) {
      int count = scenario.batteries().size();
      parts.add(count == 1 ? "1 battery" : Figures.decimals(count, 0) + " batteries");
    }
    if (!scenario.solar().isEmpty()) {
      parts.add(Figures.count(scenario.solar().size(), "PV plant"));
    }
    return String.join(", ", parts);
  }

  /** What draws or feeds in at stations: "vehicles, batteries, PV and buildings". */
  static String movers(Scenario scenario) {
    List<String> movers = new ArrayList<>(List.of("vehicles"));
    if (!scenario.batteries().isEmpty()) {
      movers.add("batteries");
    }
    if (!scenario.solar().isEmpty()) {
      movers.add("PV");
    }
    if (scenario.stations().stream().anyMatch(each -> each.site().loadKw() != null)) {
      movers.add("buildings");
    }
    String last = movers.removeLast();
    return movers.isEmpty() ? "the " + last : String.join(", ", movers) + " and " + last;
  }

  /** "Sessions", "Vehicles" or "Sessions and vehicles". */
  static String heading(Scenario scenario) {
    if (scenario.vehicles().isEmpty()) {
      return "Sessions";
    }
    return scenario.sessions().isEmpty() ? "Vehicles" : "Sessions and vehicles";
  }

  /** What the day without them lacks: "vehicles", "batteries", or both. */
  static String stores(Scenario scenario) {
    return scenario.batteries().isEmpty() ? "vehicles" : "vehicles and batteries";
  }
}
