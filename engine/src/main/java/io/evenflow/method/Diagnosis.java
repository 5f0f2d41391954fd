package io.evenflow.method;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names what makes a scenario infeasible: the hours, or the vehicles. */
final class Diagnosis {
  private static final int NAMED = 5;

  private Diagnosis() {}

  /**
   * @param dispatch a schedule that misses what no schedule keeps, null for none
   * @param misses by how much every schedule misses limits, null where nobody looked
   */
  static List<String> of(
      Scenario scenario, @Nullable Dispatch dispatch, @Nullable LeastMisses misses) {
    List<String> sentences = new ArrayList<>();
    vehicles(scenario, sentences);
    if (!sentences.isEmpty()) {
      return shortened(sentences);
    }
    if (dispatch == null) {
      return List.of(together(misses));
    }
    Verification check = Verifier.verify(scenario, dispatch);
    sentences.addAll(LimitsOutOfReach.of(scenario, dispatch, check.grid()));
    if (sentences.isEmpty()) {
      sentences.add(together(misses));
      check.violations().stream()
          .limit(NAMED)
          .forEach(each -> sentences.add("the best effort found: " + each));
    }
    return shortened(sentences);
  }

  private static List<String> shortened(List<String> sentences) {
    if (sentences.size() <= NAMED) {
      return sentences;
    }
    List<String> first = new ArrayList<>(sentences.subList(0, NAMED));
    first.add("and " + (sentences.size() - NAMED) + " more such limits");
    return first;
  }

  /** Where no limit is out of reach for itself. */
  private static String together(@Nullable LeastMisses misses) {
    if (misses == null || !Double.isFinite(misses.boundKwh())) {
      return "no schedule keeps the grid's limits and what sessions must have together; maybe give"
          + " sessions a shortfallCostPerKwh";
    }
    return String.format(
        Locale.ROOT,
        "no schedule keeps the grid's limits and what sessions must have together: every one"
            + " misses limits by at least %.3g kWh in sum",
        misses.boundKwh());
  }

  private static void vehicles(Scenario scenario, List<String> sentences) {
    Horizon horizon = scenario.horizon();
    for (Session session : scenario.sessions()) {
      double missing = session.targetEnergyKwh() - session.reachableEnergyKwh(horizon);
      if (session.hasHardTarget() && missing > 1e-6) {
        sentences.add(
            ("session '%s': targetEnergyKwh (%s kWh) is out of reach by %.3f kWh and"
                    + " shortfallCostPerKwh is null")
                .formatted(session.id(), session.targetEnergyKwh(), missing));
      }
      double must = session.details().minDepartureEnergyKwh();
      double lacking = must - session.reachableEnergyKwh(horizon);
      if (lacking > 1e-6) {
        sentences.add(
            "session '%s': minDepartureEnergyKwh (%s kWh) is out of reach by %.3f kWh"
                .formatted(session.id(), must, lacking));
      }
    }
  }
}
