package io.evenflow.replay;

import io.evenflow.live.Forecast;
import io.evenflow.live.LivePlan;
import io.evenflow.live.Planner;
import io.evenflow.live.SiteState;
import java.util.HashMap;
import java.util.Map;

/** Plans what is left of the day at each decision, and does the first period of it. */
final class Planning implements Policy {
  private final Planner planner;
  private final Forecast forecast;
  private final double deadlineSeconds;

  Planning(Planner planner, Forecast forecast, double deadlineSeconds) {
    this.planner = planner;
    this.forecast = forecast;
    this.deadlineSeconds = deadlineSeconds;
  }

  @Override
  public Decision decide(SiteState state) {
    LivePlan plan = planner.plan(state, forecast, deadlineSeconds);
    Map<String, Double> netKw = new HashMap<>();
    plan.netKw().keySet().forEach(id -> netKw.put(id, plan.kw(id, plan.firstPeriod())));
    return new Decision(netKw, plan.promises(), plan);
  }
}
