package io.evenflow.report;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import org.jspecify.annotations.Nullable;

/** The few figures a reader sees first. */
final class KeyFigures {
  private final Scenario scenario;
  private final StringBuilder tiles = new StringBuilder();

  private KeyFigures(Scenario scenario) {
    this.scenario = scenario;
  }

  static String html(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    KeyFigures figures = new KeyFigures(scenario);
    Verification check = result.verification();
    boolean holds = check != null && CheckWords.holds(scenario, check);
    figures.costs(result);
    figures.saving(result, uncontrolled, holds);
    figures.gap(result, holds);
    figures.check(check, holds);
    Double seconds = result.seconds().get("total");
    if (seconds != null) {
      figures.add("Time", Figures.decimals(seconds, 2) + " s", result.method(), "");
    }
    return figures.tiles.toString();
  }

  private void costs(Result result) {
    Double total = result.objective();
    Double vehicles = result.vehicleCost();
    if (total != null) {
      add("Cost of the day", money(total), "load, losses and vehicles", "");
    }
    if (vehicles != null) {
      add("Of it the vehicles", money(vehicles), "above the same day without them", "");
    }
  }

  private void saving(Result result, @Nullable Result uncontrolled, boolean holds) {
    Cost cost = result.cost();
    Cost alone = uncontrolled == null ? null : uncontrolled.cost();
    if (!holds || cost == null || alone == null) {
      return;
    }
    double saved = Savings.energySaved(cost, alone);
    String name = saved >= 0 ? "Saved on energy" : "Added to energy";
    add(name, money(Math.abs(saved)), "against charging on arrival", "");
  }

  private void gap(Result result, boolean holds) {
    Double gap = result.vehicleCostGap() == null ? result.relativeGap() : result.vehicleCostGap();
    if (!holds) {
      add("Proven gap", "none", "a bound means nothing for this schedule", "bad");
    } else if (gap == null || !Double.isFinite(gap)) {
      add("Proven gap", "not known", "cheaper schedules may exist", "");
    } else {
      String of = result.vehicleCostGap() == null ? "whole" : "vehicles'";
      add("Proven gap", Figures.percent(Math.max(0, gap)), "at most, of the " + of + " cost", "");
    }
  }

  private void check(@Nullable Verification check, boolean holds) {
    if (check == null) {
      return;
    }
    if (holds) {
      add("AC check", "passed", "every limit holds", "good");
    } else if (CheckWords.isFiction(scenario, check)) {
      add("AC check", "fiction", "the relaxation is loose; do not use it", "bad");
    } else {
      String broken = Figures.count(check.violations().size(), "violation");
      add("AC check", "failed", broken + "; do not use it", "bad");
    }
  }

  private String money(double amount) {
    return Figures.money(amount) + " " + scenario.currency();
  }

  private void add(String name, String value, String note, String style) {
    tiles.append(
        "<div class=\"tile %s\"><dt>%s</dt><dd>%s<small>%s</small></dd></div>\n"
            .formatted(style, Html.text(name), Html.text(value), Html.text(note)));
  }
}
