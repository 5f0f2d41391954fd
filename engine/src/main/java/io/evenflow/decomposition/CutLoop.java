package io.evenflow.decomposition;

import io.evenflow.formulation.SessionProgram;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.oracle.PowerCleaning;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.HighsModel;
import io.evenflow.solver.HighsStatus;
import io.evenflow.solver.RowBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in full as a mixed-integer linear program over the grid's cuts, solved again with the
 * cuts its answers bring until the grid agrees with what the program believed.
 */
final class CutLoop implements AutoCloseable {
  private static final int MOST_ROUNDS = 20;

  private final Scenario scenario;
  private final GridSide grid;
  private final List<Cut> cuts;
  private final SessionProgram sessions;
  private final Plan plan;
  private final HighsModel model;
  private final int[] periods;

  /**
   * @param cuts all cuts known so far; new ones are added
   * @param program of the sessions, with whatever rows the caller adds
   * @param plan schedules of the sessions that are not free
   */
  CutLoop(
      Scenario scenario,
      GridSide grid,
      List<Cut> cuts,
      SessionProgram sessions,
      MixedIntegerProgram program,
      Plan plan) {
    this.scenario = scenario;
    this.grid = grid;
    this.cuts = cuts;
    this.sessions = sessions;
    this.plan = plan;
    model = new HighsModel(program);
    model.option("primal_feasibility_tolerance", 1e-8);
    model.option("mip_feasibility_tolerance", 1e-8);
    // Both cost more here than they bring: a start is given, and few sessions are free.
    model.option("presolve", "off");
    model.option("mip_heuristic_effort", 0.0);
    periods =
        java.util.stream.IntStream.range(0, scenario.periods())
            .filter(t -> sessions.gridCost(t) != SessionProgram.NONE)
            .toArray();
    addCuts(cuts);
  }

  /**
   * What a loop ended with.
   *
   * @param plan the best plan found, null where there is none
   * @param status of the last solve: INFEASIBLE is proven
   * @param bound proven lower bound of the free sessions' program. Unit: currency
   * @param nodes branch-and-bound nodes of all solves
   */
  record Outcome(@Nullable Plan plan, HighsStatus status, double bound, long nodes) {}

  /** Gives the solver the schedules the free sessions have in the plan. */
  void startFromPlan() {
    double[] x = new double[model.columns()];
    for (int i = 0; i < sessions.sessions().size(); i++) {
      Schedule schedule = plan.schedules[sessions.sessions().get(i)];
      sessions.setPoint(i, x, schedule.chargeKw(), schedule.dischargeKw());
    }
    for (int t : periods) {
      x[sessions.gridCost(t)] = plan.gridCost[t];
      for (int k = 0; k < plan.stationKw[t].length; k++) {
        if (sessions.stationKw(t, k) != SessionProgram.NONE) {
          x[sessions.stationKw(t, k)] = plan.stationKw[t][k];
        }
      }
    }
    model.start(x);
  }

  /**
   * Solves until program and grid agree.
   *
   * @param gap the plan is within this of the best. Unit: currency
   */
  Outcome solve(double gap, double seconds, BooleanSupplier stop) {
    long end = System.nanoTime() + (long) (Math.min(seconds, 1e6) * 1e9);
    model.gaps(0, gap / 2);
    model.interruptedBy(stop);
    Plan best = null;
    HighsStatus status = HighsStatus.INTERRUPTED;
    double bound = Double.NEGATIVE_INFINITY;
    long nodes = 0;
    for (int round = 0; round < MOST_ROUNDS && !stop.getAsBoolean(); round++) {
      model.timeLimit(Math.max(0.01, (end - System.nanoTime()) / 1e9));
      status = model.solve();
      nodes += model.mipNodes();
      bound = Math.max(bound, provenBound(status));
      if (!model.hasPoint()) {
        break;
      }
      double believed = believedGridCost();
      Plan next = planAtPoint();
      if (best == null || next.objective() < best.objective()) {
        best = next;
      }
      if (gridCost(next) - believed <= gap / 2 || status != HighsStatus.OPTIMAL) {
        break;
      }
    }
    return new Outcome(best, status, bound, nodes);
  }

  /** Without binaries the program is linear, and its optimum the bound. */
  private double provenBound(HighsStatus status) {
    if (sessions.program().integers() > 0) {
      return model.mipBound();
    }
    return status == HighsStatus.OPTIMAL ? model.objective() : Double.NEGATIVE_INFINITY;
  }

  /** A lower bound of the grid's cost in the periods in which no free session is present. */
  double costElsewhere() {
    double[] highest = new double[scenario.periods()];
    java.util.Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    for (Cut cut : cuts) {
      int t = cut.period();
      highest[t] = Math.max(highest[t], cut.at(plan.stationKw[t]));
    }
    double sum = 0;
    for (int t = 0; t < highest.length; t++) {
      sum += sessions.gridCost(t) == SessionProgram.NONE ? highest[t] : 0;
    }
    return sum;
  }

  private void addCuts(List<Cut> more) {
    RowBatch batch = new RowBatch();
    for (Cut cut : more) {
      int theta = sessions.gridCost(cut.period());
      if (theta != SessionProgram.NONE) {
        addCut(batch, cut, theta);
      }
    }
    model.addRows(batch);
  }

  /** θ ≥ intercept + Σ gradient·n; powers no free session can change are constants. */
  private void addCut(RowBatch batch, Cut cut, int theta) {
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

  private double believedGridCost() {
    double[] x = model.x();
    double sum = 0;
    for (int t : periods) {
      sum += x[sessions.gridCost(t)];
    }
    return sum;
  }

  private double gridCost(Plan next) {
    double sum = 0;
    for (int t : periods) {
      sum += next.gridCost[t];
    }
    return sum;
  }

  /** The plan at the program's point; its grid costs are asked and the cuts they bring added. */
  private Plan planAtPoint() {
    double[] x = model.x();
    Plan next = plan.copy();
    for (int i = 0; i < sessions.sessions().size(); i++) {
      int s = sessions.sessions().get(i);
      double[] charge = sessions.chargeKw(i, x);
      double[] discharge = sessions.dischargeKw(i, x);
      PowerCleaning.clean(scenario.sessions().get(s), charge, discharge);
      next.replace(s, Shortfalls.priced(scenario, s, charge, discharge));
    }
    List<Cut> fresh = new ArrayList<>();
    GridSide.Answer[] answers = grid.answer(periods, next.stationKw);
    for (int i = 0; i < periods.length; i++) {
      next.set(periods[i], answers[i]);
      fresh.add(answers[i].cut());
    }
    cuts.addAll(fresh);
    addCuts(fresh);
    return next;
  }

  @Override
  public void close() {
    model.close();
  }
}
