package io.evenflow.service.site;

import io.evenflow.live.Change;
import io.evenflow.live.Forecast;
import io.evenflow.live.LivePlan;
import io.evenflow.live.Planner;
import io.evenflow.live.SiteState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan for who is here and who may come; where the optimiser finds none for all of them in its
 * part of the time, one for who is here alone.
 *
 * @param isForAll whether it is one for all of them
 */
record Foreseen(LivePlan plan, boolean isForAll) {
  /** Part of the deadline after which newcomers are given up. */
  private static final double PART = 0.6;

  /** Powers that differ by less are the same. Unit: kW */
  private static final double SAME_KW = 0.01;

  private record Place(String session, int period) {}

  /** Of a state, by a deadline. */
  static Foreseen of(Planner planner, SiteState state, Forecast forecast, double deadlineSeconds) {
    LivePlan first = planner.plan(state, forecast, PART * deadlineSeconds);
    if (isOptimised(first)) {
      return new Foreseen(first, true);
    }
    double left = deadlineSeconds - first.seconds();
    LivePlan second = planner.plan(state, Forecast.NONE, left);
    LivePlan whole =
        new LivePlan(
            second.firstPeriod(),
            second.netKw(),
            second.objective(),
            second.bound(),
            second.status(),
            second.acFeasible(),
            second.promises(),
            changes(first.changes(), second.changes()),
            second.notes(),
            second.fairness(),
            first.seconds() + second.seconds());
    return new Foreseen(whole, false);
  }

  private static boolean isOptimised(LivePlan plan) {
    return switch (plan.status()) {
      case OPTIMAL, FEASIBLE -> true;
      case FALLBACK, BEST_EFFORT -> false;
    };
  }

  /** What two changes, one after the other, come to; the reason is that of the earlier one. */
  static List<Change> changes(List<Change> first, List<Change> second) {
    Map<Place, Change> all = new LinkedHashMap<>();
    first.forEach(each -> all.put(new Place(each.session(), each.period()), each));
    for (Change each : second) {
      all.merge(
          new Place(each.session(), each.period()),
          each,
          (was, is) ->
              new Change(is.session(), is.period(), was.beforeKw(), is.afterKw(), was.reason()));
    }
    List<Change> changes = new ArrayList<>(all.values());
    changes.removeIf(each -> Math.abs(each.afterKw() - each.beforeKw()) <= SAME_KW);
    return changes;
  }
}
