package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.formulation.SessionProgram;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Optimises some sessions exactly while all others keep their schedules. */
final class Neighbourhood {
  /** Rows of the mixed-integer program hold to 1e-8; a tenfold of that, of the whole objective. */
  private static final double SOLVER_TOLERANCE = 1e-7;

  private final Scenario scenario;
  private final GridSide grid;
  private final List<Cut> cuts;
  private final BooleanSupplier stop;

  /**
   * @param cuts all cuts known so far; new ones are added
   */
  Neighbourhood(Scenario scenario, GridSide grid, List<Cut> cuts, BooleanSupplier stop) {
    this.scenario = scenario;
    this.grid = grid;
    this.cuts = cuts;
    this.stop = stop;
  }

  /**
   * What a neighbourhood gave.
   *
   * @param plan the best plan found, the given one where none is better
   * @param bound where all sessions were chosen a lower bound of the day, else −∞. Unit: currency
   */
  record Outcome(Plan plan, double bound) {}

  /**
   * Searches around a plan.
   *
   * @param gap the answer is within this of the best for these sessions. Unit: currency
   */
  Outcome improve(Plan plan, List<Integer> chosen, double gap, double seconds) {
    SessionProgram sessions = new SessionProgram(scenario, chosen, othersKw(plan, chosen));
    try (CutLoop loop = new CutLoop(scenario, grid, cuts, sessions, sessions.program(), plan)) {
      loop.startFromPlan();
      CutLoop.Outcome outcome = loop.solve(gap, seconds, stop);
      Plan found = outcome.plan();
      Plan best = found != null && found.objective() < plan.objective() ? found : plan;
      boolean all = chosen.size() == scenario.sessions().size();
      return new Outcome(
          best, all ? safe(outcome.bound() + loop.costElsewhere()) : Double.NEGATIVE_INFINITY);
    }
  }

  /** A mixed-integer solver's bound less what its tolerances may be worth. */
  private static double safe(double bound) {
    return bound - SOLVER_TOLERANCE * Math.max(1, Math.abs(bound));
  }

  private double[][] othersKw(Plan plan, List<Integer> chosen) {
    double[][] others = new double[plan.stationKw.length][];
    for (int t = 0; t < others.length; t++) {
      others[t] = plan.stationKw[t].clone();
    }
    for (int s : chosen) {
      Session session = scenario.sessions().get(s);
      for (int k = 0; k < session.periods(); k++) {
        others[session.arrival() + k][scenario.stationOf(s)] -= plan.schedules[s].netKw(k);
      }
    }
    return others;
  }
}
