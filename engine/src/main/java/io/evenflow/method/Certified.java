package io.evenflow.method;

import io.evenflow.decomposition.Coordinator;
import io.evenflow.decomposition.GridFailure;
import io.evenflow.decomposition.GridSide;
import io.evenflow.decomposition.Schedule;
import io.evenflow.fleet.Session;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.oracle.GridOracle;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The proven optimum: the day taken apart at the stations' powers, a schedule and a bound that meet
 * within the asked part of the vehicles' cost. Anytime: at the time limit it returns the best
 * schedule and bound so far.
 */
public final class Certified implements Method {
  @Override
  public String name() {
    return "certified";
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    Run run = new Run(settings, watcher);
    Assembly assembly = new Assembly(scenario, name(), settings, run);
    Coordinator coordinator =
        new Coordinator(
            scenario,
            settings.gap(),
            settings.timeLimitSeconds(),
            run::stopRequested,
            (stage, round, objective, bound, fractional) -> {
              run.progress(new Progress(stage, round, objective, bound, fractional));
              Map<String, Object> step = new LinkedHashMap<>();
              step.put("stage", stage);
              step.put("round", round);
              if (objective != null) {
                step.put("objective", objective);
              }
              step.put("bound", bound);
              step.put("sessions", fractional);
              run.trace(step);
            });
    try {
      coordinator.run();
    } catch (GridFailure failure) {
      run.note(String.valueOf(failure.getMessage()));
    }
    run.book("coordination");
    if (coordinator.hasPlan() && coordinator.isWhole()) {
      Dispatch dispatch = dispatch(scenario, coordinator);
      return assembly.schedule(
          dispatch,
          cost(scenario, coordinator),
          coordinator.bound(),
          coordinator.withoutVehicles());
    }
    WithoutVehicles withoutVehicles = WithoutVehicles.of(scenario);
    if (!withoutVehicles.infeasible().isEmpty()
        || coordinator.bound() == Double.POSITIVE_INFINITY) {
      Diagnosis.of(scenario, withoutVehicles).forEach(run::note);
      return assembly.none(Status.INFEASIBLE, null, withoutVehicles.objective());
    }
    Status status = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
    return assembly.none(status, coordinator.bound(), coordinator.withoutVehicles());
  }

  private static Dispatch dispatch(Scenario scenario, Coordinator coordinator) {
    int periods = scenario.periods();
    int sessions = scenario.sessions().size();
    int generators = scenario.feeder().generators().size();
    double[][] charge = new double[sessions][periods];
    double[][] discharge = new double[sessions][periods];
    for (int s = 0; s < sessions; s++) {
      Session session = scenario.sessions().get(s);
      Schedule schedule = coordinator.schedule(s);
      System.arraycopy(schedule.chargeKw(), 0, charge[s], session.arrival(), session.periods());
      System.arraycopy(
          schedule.dischargeKw(), 0, discharge[s], session.arrival(), session.periods());
    }
    double[][] active = new double[generators][periods];
    double[][] reactive = new double[generators][periods];
    double[] voltage = new double[periods];
    GridSide grid = coordinator.gridAtBest();
    for (int t = 0; t < periods; t++) {
      GridOracle oracle = grid.oracle(t);
      for (int g = 0; g < generators; g++) {
        active[g][t] = oracle.generatorKw(g);
        reactive[g][t] = oracle.generatorKvar(g);
      }
      voltage[t] = oracle.substationVoltagePu();
    }
    return new Dispatch(charge, discharge, active, reactive, voltage);
  }

  private static Cost cost(Scenario scenario, Coordinator coordinator) {
    double generation = 0;
    double charging = 0;
    double shortfall = 0;
    double[][] stationKw = coordinator.stationKw();
    GridSide grid = coordinator.gridAtBest();
    for (int t = 0; t < scenario.periods(); t++) {
      generation += grid.oracle(t).value();
      for (double kw : stationKw[t]) {
        charging += scenario.horizon().stepHours() * scenario.prices().perKwh(t) * kw;
      }
    }
    for (int s = 0; s < scenario.sessions().size(); s++) {
      shortfall += coordinator.schedule(s).shortfallCost();
    }
    return new Cost(generation, charging, shortfall);
  }
}
