package io.evenflow.method;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Names what makes a scenario infeasible: the hours, or the vehicles. */
final class Diagnosis {
  private static final int NAMED = 5;

  private Diagnosis() {}

  static List<String> of(Scenario scenario, WithoutVehicles withoutVehicles) {
    List<String> sentences = new ArrayList<>();
    hours(scenario, withoutVehicles, sentences);
    vehicles(scenario, sentences);
    if (sentences.isEmpty()) {
      sentences.add(
          "the grid's limits and the hard targets cannot all be met, though each alone can; maybe"
              + " give sessions a shortfallCostPerKwh");
    }
    return sentences;
  }

  private static void hours(
      Scenario scenario, WithoutVehicles withoutVehicles, List<String> sentences) {
    List<Integer> periods = withoutVehicles.infeasible();
    for (int t : periods.subList(0, Math.min(NAMED, periods.size()))) {
      sentences.add(
          "period %d (%s): the load alone breaks the limits of %s, without any vehicle"
              .formatted(t, scenario.horizon().startOf(t), scenario.feederCase()));
    }
    if (periods.size() > NAMED) {
      sentences.add("and " + (periods.size() - NAMED) + " more such periods");
    }
  }

  private static void vehicles(Scenario scenario, List<String> sentences) {
    double hours = scenario.horizon().stepHours();
    for (Session session : scenario.sessions()) {
      double missing = session.targetEnergyKwh() - session.reachableEnergyKwh(hours);
      if (session.hasHardTarget() && missing > 1e-6) {
        sentences.add(
            ("session '%s': targetEnergyKwh (%s kWh) is out of reach by %.3f kWh and"
                    + " shortfallCostPerKwh is null")
                .formatted(session.id(), session.targetEnergyKwh(), missing));
      }
    }
  }
}
