package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.BindingLimits;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.GridState;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dispatcher wants to know of a result, in the order of the questions. */
public final class ResultSummary {
  private ResultSummary() {}

  /**
   * Lines of text.
   *
   * @param uncontrolled result of charging on arrival, null where there is none to compare with
   */
  public static List<String> of(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(scenario));
    lines.add("");
    Dispatch dispatch = result.dispatch();
    if (dispatch == null) {
      lines.addAll(StatusWords.of(scenario, result));
    } else {
      lines.addAll(schedule(scenario, result, dispatch, uncontrolled));
    }
    result.notes().forEach(note -> lines.add("Note: " + note));
    return Fold.lines(lines);
  }

  /** Whom the schedule leaves short comes before what it costs. */
  private static List<String> schedule(
      Scenario scenario, Result result, Dispatch dispatch, @Nullable Result uncontrolled) {
    Verification check = result.verification();
    GridState grid = check == null ? GridState.NONE : check.grid();
    Settlement settlement = check == null ? Settlement.NONE : check.settlement();
    List<BindingLimit> binding = BindingLimits.of(scenario, dispatch, grid);
    SiteLimits sites = SiteLimits.of(scenario, dispatch, settlement);
    Shortfalls shortfalls = Shortfalls.of(scenario, dispatch, binding, sites);
    List<String> lines = new ArrayList<>(shortfalls.lines());
    lines.addAll(StatusWords.of(scenario, result));
    lines.add("");
    lines.addAll(CostTable.of(scenario, result, uncontrolled));
    lines.addAll(AssetTables.lines(scenario, result, dispatch, settlement));
    lines.add("");
    Dispatch alone = uncontrolled == null ? null : uncontrolled.dispatch();
    lines.addAll(DayChart.of(scenario, dispatch, alone, byPeriod(scenario, binding, sites)));
    lines.add("");
    lines.addAll(BindingWords.of(scenario, binding, sites));
    if (shortfalls.isNone()) {
      lines.add(Fleet.every(scenario) + " reaches its target.");
    }
    return lines;
  }

  private static String headline(Scenario scenario) {
    return "%s: feeder %s, %s, %s of %d min from %s"
        .formatted(
            scenario.name(),
            scenario.feederCase(),
            Fleet.headline(scenario),
            Figures.count(scenario.periods(), "period"),
            scenario.horizon().stepMinutes(),
            Clock.dayAndTime(scenario.horizon(), 0));
  }

  private static boolean[] byPeriod(
      Scenario scenario, List<BindingLimit> binding, SiteLimits sites) {
    boolean[] binds = new boolean[scenario.periods()];
    binding.forEach(limit -> binds[limit.period()] = true);
    sites.periods().values().forEach(each -> each.forEach(t -> binds[t] = true));
    return binds;
  }
}
