package io.evenflow.report;

import io.evenflow.report.Tiles.Mood;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import org.jspecify.annotations.Nullable;

/** The few figures of a schedule that a reader sees first. */
final class KeyFigures {
  private static final String CLAIMED = "as claimed; the schedule does not hold";
  private final Scenario scenario;
  private final Result result;
  private final Verification check;
  private final boolean holds;
  private final Tiles tiles = new Tiles();

  private KeyFigures(Scenario scenario, Result result, Verification check) {
    this.scenario = scenario;
    this.result = result;
    this.check = check;
    holds = CheckWords.holds(scenario, check);
  }

  static String html(
      Scenario scenario,
      Result result,
      Verification check,
      Shortfalls shortfalls,
      @Nullable Result uncontrolled) {
    KeyFigures figures = new KeyFigures(scenario, result, check);
    figures.costs();
    figures.saving(uncontrolled);
    figures.gap();
    figures.emissions();
    figures.check(shortfalls.isNone() ? Mood.GOOD : Mood.PLAIN);
    Double seconds = result.seconds().get("total");
    if (seconds != null) {
      figures.tiles.add("Time", Figures.decimals(seconds, 2) + " s", result.method());
    }
    return figures.tiles.html();
  }

  private void costs() {
    Mood mood = holds ? Mood.PLAIN : Mood.BAD;
    Double total = result.objective();
    if (total != null) {
      String note = holds ? "load, losses and " + Fleet.stores(scenario) : doubt();
      tiles.add("Cost of the day", money(total), note, mood);
    }
    Double vehicles = result.vehicleCost();
    if (vehicles != null) {
      boolean isVehiclesAlone = scenario.batteries().isEmpty();
      String name = isVehiclesAlone ? "Of it the vehicles" : "Of it vehicles and batteries";
      String note = holds ? "above the same day without them" : doubt();
      tiles.add(name, money(vehicles), note, mood);
    }
  }

  private String doubt() {
    return result.dispatchIsBestEffort() ? "of the best effort found" : CLAIMED;
  }

  private void saving(@Nullable Result uncontrolled) {
    Cost cost = result.cost();
    Cost alone = uncontrolled == null ? null : uncontrolled.cost();
    if (!holds || cost == null || uncontrolled == null || alone == null) {
      return;
    }
    double saved = Savings.energySaved(cost, alone);
    String what = Savings.isEnergyAlone(cost, alone) ? "energy" : "costs";
    String name = saved > -0.005 ? "Saved on " + what : "Added to " + what;
    String less = Savings.lessEnergy(scenario, result, uncontrolled);
    tiles.add(name, money(Math.abs(saved)), "against charging on arrival" + less);
  }

  private void emissions() {
    Double kg = check.settlement().emissionsKg();
    if (kg != null) {
      tiles.add(
          "Emissions",
          Figures.decimals(kg, kg < 1000 ? 1 : 0) + " kg",
          "CO₂ of what the feeder imports");
    }
  }

  private void gap() {
    Double ofVehicles = result.vehicleCostGap();
    Double gap = ofVehicles == null ? result.relativeGap() : ofVehicles;
    if (result.dispatchIsBestEffort()) {
      tiles.add("Proven", "infeasible", "no schedule keeps all limits", Mood.BAD);
    } else if (!holds) {
      tiles.add("Proven gap", "none", "a bound means nothing for this schedule", Mood.BAD);
    } else if (gap == null || !Double.isFinite(gap)) {
      tiles.add("Proven gap", "not known", "cheaper schedules may exist");
    } else {
      String share = Figures.percent(Math.max(0, gap)).replace("less than", "<");
      String whose = ofVehicles == null ? "whole" : "vehicles'";
      tiles.add("Proven gap", share, "at most, of the " + whose + " cost");
    }
  }

  /**
   * @param passed what it means that every limit holds: good news where nobody leaves short
   */
  private void check(Mood passed) {
    if (holds) {
      tiles.add("AC check", "passed", "every limit holds", passed);
    } else if (result.dispatchIsBestEffort()) {
      String missed = Figures.count(check.violations().size(), "limit");
      tiles.add("AC check", missed, "missed, by as little as was found", Mood.BAD);
    } else if (CheckWords.isFiction(scenario, check)) {
      tiles.add("AC check", "fiction", "the relaxation is loose; do not use it", Mood.BAD);
    } else {
      String broken = Figures.count(check.violations().size(), "violation");
      tiles.add("AC check", "failed", broken + "; do not use it", Mood.BAD);
    }
  }

  private String money(double amount) {
    return Figures.money(amount) + " " + scenario.currency();
  }
}
