package io.evenflow.method;

import io.evenflow.conic.ConicStatus;
import io.evenflow.formulation.DayProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import org.jspecify.annotations.Nullable;

/**
 * The paper's method (arXiv 2409.19962): difference of convex, then a trust region around its
 * outcome. A heuristic; its bound is that of the plain relaxation, so it says "optimal" only where
 * the relaxation is within the asked gap.
 */
public final class TwoStage implements Method {
  /** Stage 2 is solved to this part of the gap asked for the vehicles' cost. */
  private static final double ENGINE_SHARE = 0.1;

  @Override
  public String name() {
    return "two-stage";
  }

  @Override
  public Result coordinate(Scenario scenario, Settings settings, Watcher watcher) {
    Run run = new Run(settings, watcher);
    Assembly assembly = new Assembly(scenario, name(), settings, run);
    WithoutVehicles withoutVehicles = WithoutVehicles.of(scenario);
    run.book("withoutVehicles");
    DayProgram day = new DayProgram(scenario);
    DifferenceOfConvex.Outcome stage1 = new DifferenceOfConvex(day, settings, run).run();
    run.book("stage1");
    if (stage1.x().length == 0) {
      return withoutPoint(scenario, stage1.status(), withoutVehicles, assembly, run);
    }
    double gap =
        RelativeGap.of(
            ENGINE_SHARE * settings.gap(), stage1.relaxed(), withoutVehicles.objective());
    double[] best = stage2(day, stage1.x(), gap, settings, run);
    run.book("stage2");
    if (best == null) {
      Status status = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
      return assembly.none(status, stage1.bound(), withoutVehicles.objective());
    }
    return assembly.schedule(
        day.dispatch(best), day.cost(best), stage1.bound(), withoutVehicles.objective());
  }

  private static double @Nullable [] stage2(
      DayProgram day, double[] stage1, double gap, Settings settings, Run run) {
    if (day.binaries().length == 0) {
      return stage1;
    }
    MixedIntegerResult result =
        new TrustRegion(day, settings, Engines.named(settings.engine()), run).solve(stage1, gap);
    double[] point = result.x() == null ? stage1 : result.x();
    return Polish.of(day, point);
  }

  private static Result withoutPoint(
      Scenario scenario,
      ConicStatus status,
      WithoutVehicles withoutVehicles,
      Assembly assembly,
      Run run) {
    if (status == ConicStatus.PRIMAL_INFEASIBLE) {
      Diagnosis.of(scenario, withoutVehicles).forEach(run::note);
      return assembly.none(Status.INFEASIBLE, null, withoutVehicles.objective());
    }
    Status unknown = run.mustStop() ? Status.TIME_LIMIT : Status.FAILED;
    return assembly.none(unknown, null, withoutVehicles.objective());
  }
}
