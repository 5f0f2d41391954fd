package io.evenflow.method;

import io.evenflow.conic.ConicStatus;
import io.evenflow.formulation.DayProgram;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import org.jspecify.annotations.Nullable;

/**
 * The paper's method (arXiv 2409.19962), on days of more than sessions too: difference of convex,
 * then a trust region around its outcome. A heuristic; its bound is that of the plain relaxation,
 * so it says "optimal" only where the relaxation is within the asked gap.
 */
public final class TwoStage implements Method {
  @Override
  public String name() {
    return "two-stage";
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    Run run = new Run(settings, watcher);
    Assembly assembly = new Assembly(scenario, name(), SolvedProblem.RELAXATION, settings, run);
    Double withoutVehicles =
        WithoutVehicles.cost(
            scenario, DayProblem.of(scenario), run.remainingSeconds(), run::stopRequested);
    run.book("withoutVehicles");
    if (!PaperDay.is(scenario)) {
      run.note(
          "the day has more than the paper's method knows: stage 1 treats every yes-or-no alike,"
              + " stage 2 is a search of the whole program");
    }
    DayProgram day = new DayProgram(scenario);
    DifferenceOfConvex.Outcome stage1 = new DifferenceOfConvex(day, settings, run).run();
    run.book("stage1");
    if (stage1.x().length == 0) {
      return withoutPoint(scenario, stage1.status(), withoutVehicles, settings, assembly, run);
    }
    Stage2 stage2 = new Stage2(day, settings, run, stage1, withoutVehicles);
    ScheduledDispatch best = stage2.search();
    run.book("stage2");
    if (best == null) {
      Status status = run.mustStop() ? Status.TIME_LIMIT : stage2.statusWithoutPoint();
      return assembly.none(status, stage1.bound(), withoutVehicles);
    }
    return assembly.ofRelaxation(
        best, Math.min(stage1.bound(), best.cost().total()), withoutVehicles);
  }

  private static Result withoutPoint(
      Scenario scenario,
      ConicStatus status,
      @Nullable Double withoutVehicles,
      Settings settings,
      Assembly assembly,
      Run run) {
    if (status == ConicStatus.PRIMAL_INFEASIBLE) {
      return NoSchedule.of(scenario, null, settings, run, assembly, withoutVehicles);
    }
    Status unknown = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
    return assembly.none(unknown, null, withoutVehicles);
  }
}
