package io.evenflow.report;

import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how good a result is: status, bound, and what the independent check thinks of it. */
final class StatusWords {
  private StatusWords() {}

  static List<String> of(Scenario scenario, Result result) {
    List<String> lines = new ArrayList<>();
    lines.add("Status    " + sentence(scenario, result));
    String shares = shares(result);
    if (!shares.isEmpty()) {
      lines.add("          " + shares);
    }
    Verification verification = result.verification();
    if (verification != null) {
      lines.addAll(CheckWords.brief(scenario, result, verification));
    }
    Double seconds = result.seconds().get("total");
    if (seconds != null) {
      lines.add("Time      " + Figures.decimals(seconds, 2) + " s: " + stages(result));
    }
    return lines;
  }

  /** The status and what it means. */
  static String sentence(Scenario scenario, Result result) {
    return result.status().word() + ": " + meaning(scenario, result);
  }

  private static String meaning(Scenario scenario, Result result) {
    Verification verification = result.verification();
    if (result.dispatchIsBestEffort()) {
      return "proven, no schedule keeps all limits; this one misses them by"
          + " as little as was found";
    }
    if (verification != null && !CheckWords.holds(scenario, verification)) {
      return "it does not hold on the grid, see the AC check";
    }
    return switch (result.status()) {
      case OPTIMAL -> "proven; " + distance(scenario, result);
      case FEASIBLE ->
          result.bound() == null
              ? "a schedule; no bound is known, so cheaper ones may exist"
              : "a schedule; " + distance(scenario, result);
      case INFEASIBLE -> "proven, no schedule keeps all limits";
      case TIME_LIMIT -> "no schedule was found before the end that was asked for";
      case FAILED -> "no schedule, and no proof that there is none";
    };
  }

  private static String distance(Scenario scenario, Result result) {
    Double objective = result.objective();
    Double bound = result.bound();
    if (objective == null || bound == null || !Double.isFinite(objective - bound)) {
      return "how much cheaper another could be is not known";
    }
    // Rounding can put the bound a hair above the objective.
    double saving = Math.max(0, objective - bound);
    String none = result.fairness() == null ? "none" : "none that gives all this share";
    return none
        + " can be cheaper by more than "
        + Figures.money(roundedUp(saving))
        + " "
        + scenario.currency();
  }

  /** The gap as shares of the whole cost and of the vehicles', empty where no bound is known. */
  static String shares(Result result) {
    String ofCost = share(result.relativeGap(), "of the whole cost");
    String ofVehicles = share(result.vehicleCostGap(), "of what the vehicles cost");
    return ofCost + (ofCost.isEmpty() || ofVehicles.isEmpty() ? "" : ", ") + ofVehicles;
  }

  /** The method, and the seconds of its stages. */
  static String stages(Result result) {
    return result.method()
        + result.seconds().entrySet().stream()
            .filter(stage -> !stage.getKey().equals("total"))
            .map(stage -> ", " + stage.getKey() + " " + Figures.decimals(stage.getValue(), 2))
            .collect(Collectors.joining());
  }

  private static String share(@Nullable Double gap, String what) {
    return gap == null || !Double.isFinite(gap)
        ? ""
        : Figures.percent(Math.max(0, gap)) + " " + what;
  }

  /** A bound must not be rounded to something untrue. */
  private static double roundedUp(double money) {
    return Math.ceil(money * 100) / 100;
  }
}
