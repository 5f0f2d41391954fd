package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.formulation.SessionProgram;
import io.evenflow.oracle.PowerCleaning;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import io.evenflow.solver.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Optimises some sessions exactly while all others keep their schedules: a mixed-integer linear
 * program over the grid's cuts, solved again with the cuts its answers bring until the grid agrees
 * with what the program believed.
 */
final class Neighbourhood {
  private static final int MOST_ROUNDS = 12;

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
   * The best plan found, the given one where none is better.
   *
   * @param gap the answer is within this of the best for these sessions. Unit: currency
   */
  Plan improve(Plan plan, List<Integer> chosen, double gap, double seconds) {
    SessionProgram sessions = new SessionProgram(scenario, chosen, othersKw(plan, chosen));
    List<Integer> periods = periods(sessions);
    Plan best = plan;
    long end = System.nanoTime() + (long) (Math.min(seconds, 1e6) * 1e9);
    try (HighsModel model = new HighsModel(sessions.program())) {
      model.gaps(0, gap / 2);
      model.interruptedBy(stop);
      addCuts(model, sessions, plan, cuts);
      for (int round = 0; round < MOST_ROUNDS && !stop.getAsBoolean(); round++) {
        model.timeLimit(Math.max(0.01, (end - System.nanoTime()) / 1e9));
        HighsStatus status = model.solve();
        if (!model.hasPoint()) {
          break;
        }
        double believed = gridCost(sessions, periods, model.x());
        List<Cut> fresh = new ArrayList<>();
        Plan next = plan(plan, sessions, model.x(), periods, fresh);
        double missing = sum(next, periods) - believed;
        addCuts(model, sessions, plan, fresh);
        if (next.objective() < best.objective()) {
          best = next;
        }
        if (missing <= gap / 2 || status != HighsStatus.OPTIMAL) {
          break;
        }
      }
    }
    return best;
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

  private List<Integer> periods(SessionProgram sessions) {
    List<Integer> periods = new ArrayList<>();
    for (int t = 0; t < scenario.periods(); t++) {
      if (sessions.gridCost(t) != SessionProgram.NONE) {
        periods.add(t);
      }
    }
    return periods;
  }

  private void addCuts(HighsModel model, SessionProgram sessions, Plan plan, List<Cut> more) {
    RowBatch batch = new RowBatch();
    for (Cut cut : more) {
      int theta = sessions.gridCost(cut.period());
      if (theta == SessionProgram.NONE) {
        continue;
      }
      double constant = cut.intercept();
      for (int k = 0; k < cut.gradient().length; k++) {
        if (sessions.stationKw(cut.period(), k) == SessionProgram.NONE) {
          constant += cut.gradient()[k] * plan.stationKw[cut.period()][k];
        }
      }
      batch.row(constant, Double.POSITIVE_INFINITY).entry(theta, 1);
      for (int k = 0; k < cut.gradient().length; k++) {
        int net = sessions.stationKw(cut.period(), k);
        if (net != SessionProgram.NONE) {
          batch.entry(net, -cut.gradient()[k]);
        }
      }
    }
    model.addRows(batch);
  }

  private static double gridCost(SessionProgram sessions, List<Integer> periods, double[] x) {
    double sum = 0;
    for (int t : periods) {
      sum += x[sessions.gridCost(t)];
    }
    return sum;
  }

  private static double sum(Plan plan, List<Integer> periods) {
    double sum = 0;
    for (int t : periods) {
      sum += plan.gridCost[t];
    }
    return sum;
  }

  /** The plan at the program's point, its grid costs asked and the cuts they bring added. */
  private Plan plan(
      Plan plan, SessionProgram sessions, double[] x, List<Integer> periods, List<Cut> fresh) {
    Plan next = plan.copy();
    for (int i = 0; i < sessions.sessions().size(); i++) {
      int s = sessions.sessions().get(i);
      double[] charge = sessions.chargeKw(i, x);
      double[] discharge = sessions.dischargeKw(i, x);
      PowerCleaning.clean(scenario.sessions().get(s), charge, discharge);
      next.replace(s, Shortfalls.priced(scenario, s, charge, discharge));
    }
    int[] asked = periods.stream().mapToInt(Integer::intValue).toArray();
    GridSide.Answer[] answers = grid.answer(asked, next.stationKw);
    for (int i = 0; i < asked.length; i++) {
      next.set(asked[i], answers[i]);
      fresh.add(answers[i].cut());
    }
    cuts.addAll(fresh);
    return next;
  }
}
