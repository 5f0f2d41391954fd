package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.TargetCheck;
import io.evenflow.check.UnreachableTarget;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A session that leaves with less energy than it wants, and what keeps it from it.
 *
 * @param missingKwh energy missing on departure. Unit: kWh
 * @param outOfReachKwh the part of it that no grid could give: the stay is too short at full power,
 *     or its least power too coarse. Unit: kWh
 * @param isCongested whether a limit that keeps vehicles from charging binds during the stay
 */
record Shortfall(Session session, double missingKwh, double outOfReachKwh, boolean isCongested) {
  /** Below this it is a solver's tolerance, not a shortfall. Unit: kWh. */
  static final double LEAST_KWH = 0.01;

  /** All of a schedule, the worst first. */
  static List<Shortfall> of(Scenario scenario, Dispatch dispatch, List<BindingLimit> binding) {
    Map<String, Double> outOfReach = new HashMap<>();
    for (UnreachableTarget target : TargetCheck.unreachable(scenario)) {
      outOfReach.put(target.id(), target.missingKwh());
    }
    BitSet congested = congested(binding);
    List<Shortfall> found = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      double missing = dispatch.shortfallKwh(s, session, scenario.horizon());
      if (missing >= LEAST_KWH) {
        double never = Math.min(missing, outOfReach.getOrDefault(session.id(), 0.0));
        int firstBinding = congested.nextSetBit(session.arrival());
        boolean isCongested = firstBinding >= 0 && firstBinding < session.departure();
        found.add(new Shortfall(session, missing, never, isCongested));
      }
    }
    found.sort(Comparator.comparingDouble(Shortfall::missingKwh).reversed());
    return found;
  }

  /** Periods in which the grid can take no more load somewhere. */
  private static BitSet congested(List<BindingLimit> binding) {
    BitSet periods = new BitSet();
    for (BindingLimit limit : binding) {
      boolean limitsLoad =
          switch (limit.kind()) {
            case LOW_VOLTAGE, BRANCH_RATING, GREATEST_ACTIVE_POWER -> true;
            case HIGH_VOLTAGE, LEAST_ACTIVE_POWER -> false;
          };
      if (limitsLoad) {
        periods.set(limit.period());
      }
    }
    return periods;
  }

  /** What the stay could have had at full power. Unit: kWh. */
  double avoidableKwh() {
    return missingKwh - outOfReachKwh;
  }

  /** Why, in a few words. */
  String why(Horizon horizon) {
    if (avoidableKwh() < LEAST_KWH) {
      boolean isStayTooShort =
          session.reachableEnergyKwh(horizon) < session.targetEnergyKwh() - LEAST_KWH;
      return isStayTooShort ? "out of reach at full power" : "out of reach with its least power";
    }
    String rest = isCongested ? "congestion" : "no limit binds";
    return outOfReachKwh < LEAST_KWH ? rest : rest + " + out of reach";
  }
}
