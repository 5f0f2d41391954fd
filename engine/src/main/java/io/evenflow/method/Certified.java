package io.evenflow.method;

import io.evenflow.conic.ConicSettings;
import io.evenflow.conic.ConicStatus;
import io.evenflow.decomposition.Coordinator;
import io.evenflow.decomposition.GridFailure;
import io.evenflow.decomposition.Schedule;
import io.evenflow.formulation.DayProgram;
import io.evenflow.method.Watcher.Progress;
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
    Schedule[] schedules = coordinator.schedules();
    if (schedules != null && coordinator.isWhole()) {
      ScheduledDispatch found = ScheduledDispatch.of(scenario, schedules, coordinator.grid());
      return assembly.schedule(
          found.dispatch(), found.cost(), coordinator.bound(), coordinator.withoutVehicles());
    }
    WithoutVehicles withoutVehicles = WithoutVehicles.of(scenario);
    if (isProvenInfeasible(scenario, coordinator, withoutVehicles)) {
      Diagnosis.of(scenario, withoutVehicles).forEach(run::note);
      return assembly.none(Status.INFEASIBLE, null, withoutVehicles.objective());
    }
    Status status = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
    return assembly.none(status, coordinator.bound(), coordinator.withoutVehicles());
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
