package io.evenflow.method;

import io.evenflow.formulation.DayProgram;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.solver.ConicRelaxation;
import io.evenflow.solver.RelaxedSolution;

/**
 * The whole mixed-integer conic program handed to one engine: the paper's baseline. With an engine
 * of the AC problem, {@link DirectAc}.
 */
public final class Direct implements Method {
  /** What polishing may take after the end. Unit: s */
  private static final double POLISH_SECONDS = 1;

  @Override
  public String name() {
    return "direct";
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    Run run = new Run(settings, watcher);
    if (Engines.solvesAc(settings.engine())) {
      return new DirectAc(scenario, settings, run).coordinate();
    }
    Assembly assembly = new Assembly(scenario, name(), SolvedProblem.RELAXATION, settings, run);
    Double withoutVehicles =
        WithoutVehicles.cost(
            scenario, DayProblem.of(scenario), run.remainingSeconds(), run::stopRequested);
    run.book("withoutVehicles");
    DayProgram day = new DayProgram(scenario);
    RelaxedSolution relaxed = ConicRelaxation.of(day.program(), run.conic()).solve();
    run.book("relaxation");
    if (run.mustStop()) {
      return assembly.none(Status.TIME_LIMIT, null, withoutVehicles);
    }
    double gap =
        relaxed.hasPoint()
            ? RelativeGap.of(settings.gap(), relaxed.objective(), withoutVehicles)
            : settings.gap();
    run.progress(new Watcher.Progress("direct", 0, null, null, null));
    MixedIntegerResult found =
        Engines.named(settings.engine())
            .solve(
                day.program(),
                MixedIntegerOptions.defaults()
                    .withRelativeGap(gap)
                    .withTimeLimitSeconds(Math.max(0.01, run.remainingSeconds()))
                    .withInterrupted(run::stopRequested));
    run.book("direct");
    Double bound = Double.isFinite(found.bound()) ? found.bound() : null;
    double[] x =
        found.x() == null ? null : Polish.of(day, found.x(), run.mustStopAfter(POLISH_SECONDS));
    run.book("polish");
    if (x != null) {
      Double proven = bound == null ? null : Math.min(bound, day.program().objective(x));
      ScheduledDispatch best = new ScheduledDispatch(day.dispatch(x), day.cost(x));
      return assembly.ofRelaxation(best, proven, withoutVehicles);
    }
    if (found.status() == MixedIntegerStatus.INFEASIBLE) {
      return NoSchedule.of(scenario, null, settings, run, assembly, withoutVehicles);
    }
    boolean limit =
        found.status() == MixedIntegerStatus.TIME_LIMIT
            || found.status() == MixedIntegerStatus.INTERRUPTED;
    return assembly.none(limit ? Status.TIME_LIMIT : Status.FAILED, bound, withoutVehicles);
  }
}
