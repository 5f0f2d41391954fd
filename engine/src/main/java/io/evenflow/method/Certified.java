package io.evenflow.method;

import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicStatus;
import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Terms;
import io.evenflow.formulation.DayProgram;
import io.evenflow.method.Watcher.Progress;
import io.evenflow.network.GridFailure;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.solver.ConicRelaxation;
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
    DayProblem day = DayProblem.of(scenario);
    Terms terms =
        new Terms(
            settings.gap(),
            settings.timeLimitSeconds(),
            MissCost.first(scenario),
            MissCost.most(scenario));
    Coordinator coordinator =
        new Coordinator(
            day.problem(),
            terms,
            run::stopRequested,
            (stage, round, objective, bound, resources) -> {
              run.progress(new Progress(stage, round, objective, bound, resources));
              Map<String, Object> step = new LinkedHashMap<>();
              step.put("stage", stage);
              step.put("round", round);
              if (objective != null) {
                step.put("objective", objective);
              }
              step.put("bound", bound);
              step.put("sessions", resources);
              run.trace(step);
            });
    try {
      coordinator.run();
    } catch (GridFailure failure) {
      run.note(String.valueOf(failure.getMessage()));
    }
    run.book("coordination");
    Plan plan = coordinator.plan();
    if (plan != null) {
      ScheduledDispatch found = day.dispatch(plan);
      return assembly.schedule(
          found.dispatch(), found.cost(), coordinator.bound(), coordinator.idleCost());
    }
    WithoutVehicles withoutVehicles = WithoutVehicles.of(scenario);
    if (isProvenInfeasible(scenario, coordinator, withoutVehicles)) {
      Diagnosis.of(scenario, withoutVehicles).forEach(run::note);
      return assembly.none(Status.INFEASIBLE, null, withoutVehicles.objective());
    }
    Status status = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
    return assembly.none(status, coordinator.bound(), coordinator.idleCost());
  }

  private static boolean isProvenInfeasible(
      Scenario scenario, Coordinator coordinator, WithoutVehicles withoutVehicles) {
    return !withoutVehicles.infeasible().isEmpty() && scenario.sessions().isEmpty()
        || coordinator.bound() == Double.POSITIVE_INFINITY
        || ConicRelaxation.of(new DayProgram(scenario).program(), ConicSettings.defaults())
                .solve()
                .status()
            == ConicStatus.PRIMAL_INFEASIBLE;
  }
}
