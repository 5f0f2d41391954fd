package io.evenflow.method;

import io.evenflow.conic.ConicStatus;
import io.evenflow.formulation.DayProgram;
import io.evenflow.network.GridFailure;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The paper's method (arXiv 2409.19962): difference of convex, then a trust region around its
 * outcome. A heuristic; its bound is that of the plain relaxation, so it says "optimal" only where
 * the relaxation is within the asked gap.
 *
 * <p>On the paper's own days both stages are taken apart at the stations' powers ({@link
 * MixedDifferenceOfConvex}, {@link TrustRegionByPrices}); days of more than sessions, and those on
 * which that finds no schedule, are solved as one program ({@link DifferenceOfConvex}, {@link
 * Stage2}), as all are where an engine is asked for.
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
    if (isDecomposed(scenario, settings)) {
      Result found = orNull(() -> decomposed(scenario, settings, withoutVehicles, assembly, run));
      if (found != null) {
        return found;
      }
    }
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

  /** Null where a period alone is too much for the conic solver. */
  private static @Nullable Result orNull(Supplier<@Nullable Result> decomposed) {
    try {
      return decomposed.get();
    } catch (GridFailure oneOfItsPeriods) {
      return null;
    }
  }

  /** Prices know the paper's day, periods apart; one tap for the day needs the whole program. */
  private static boolean isDecomposed(Scenario scenario, Settings settings) {
    boolean asked = settings.engine() == null || settings.engine().equals(Engines.CUTS);
    return asked && scenario.limits().isSubstationVoltageFree() && PaperDay.is(scenario);
  }

  /** By price rounds; null where these find no schedule, and the whole program is left to ask. */
  private static @Nullable Result decomposed(
      Scenario scenario,
      Settings settings,
      @Nullable Double withoutVehicles,
      Assembly assembly,
      Run run) {
    RelaxedDay day = new RelaxedDay(scenario);
    MixedDifferenceOfConvex.Outcome stage1 =
        new MixedDifferenceOfConvex(scenario, day, settings, run, withoutVehicles).run();
    run.book("stage1");
    TrustRegionByPrices.Outcome stage2 =
        new TrustRegionByPrices(scenario, day, settings, run, withoutVehicles).search(stage1);
    run.book("stage2");
    ScheduledDispatch best = stage2.schedule();
    if (best != null) {
      double bound = Math.min(stage2.bound(), best.cost().total());
      return assembly.ofRelaxation(best, bound, withoutVehicles);
    }
    return run.mustStop()
        ? assembly.none(Status.TIME_LIMIT, stage2.bound(), withoutVehicles)
        : null;
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
