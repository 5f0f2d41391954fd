package io.evenflow.method;

import io.evenflow.check.Verifier;
import io.evenflow.formulation.AcProgram;
import io.evenflow.formulation.DayProgram;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SolvedProblem;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import io.evenflow.solver.ScipSettings;
import io.evenflow.solver.ScipSolver;
import org.jspecify.annotations.Nullable;

/**
 * The whole day on the AC grid itself handed to SCIP, which branches until the equality (4) holds:
 * the oracle for small days, slow on all others.
 *
 * <p>Vehicles, generators along the feeder and the substation's voltage are SCIP's; what the
 * substation then gives is the AC power flow's ({@link AcDispatch}), so that cost and powers are
 * true. The bound is SCIP's, less what its tolerance may be worth.
 */
final class DirectAc {
  private static final ScipSettings SCIP = ScipSettings.forEqualities();

  private final Scenario scenario;
  private final Settings settings;
  private final Run run;
  private final Assembly assembly;

  DirectAc(Scenario scenario, Settings settings, Run run) {
    this.scenario = scenario;
    this.settings = settings;
    this.run = run;
    assembly = new Assembly(scenario, "direct", SolvedProblem.AC, settings, run);
  }

  Result coordinate() {
    Double withoutVehicles = AcWithoutVehicles.cost(scenario, run);
    run.book("withoutVehicles");
    run.progress(new Watcher.Progress("direct", 0, null, null, null));
    DayProgram day = new DayProgram(scenario);
    MixedIntegerResult found =
        new ScipSolver(SCIP)
            .solve(
                AcProgram.of(day),
                MixedIntegerOptions.defaults()
                    .withRelativeGap(relativeGap(withoutVehicles))
                    .withTimeLimitSeconds(Math.max(0.01, run.remainingSeconds()))
                    .withInterrupted(run::stopRequested));
    run.book("direct");
    double[] x = found.x();
    return x == null
        ? none(found, withoutVehicles)
        : schedule(day.dispatch(x), found, withoutVehicles);
  }

  /** As if vehicles cost no more than 1: they may. No gap below SCIP's tolerance means anything. */
  private double relativeGap(@Nullable Double withoutVehicles) {
    double objective = withoutVehicles == null ? 1 : withoutVehicles;
    return Math.max(
        SCIP.feasibilityTolerance(), RelativeGap.of(settings.gap() / 2, objective, objective));
  }

  private Result schedule(
      Dispatch found, MixedIntegerResult scip, @Nullable Double withoutVehicles) {
    Dispatch dispatch = AcDispatch.of(scenario, found);
    Verification check = Verifier.verify(scenario, dispatch);
    run.book("powerFlow");
    if (!check.acFeasible()) {
      run.note("SCIP's schedule misses limits on the AC grid: " + check.violations().getFirst());
      return assembly.none(Status.FAILED, bound(scip), withoutVehicles);
    }
    Double bound = bound(scip);
    double objective = check.cost().total();
    Double proven = bound == null ? null : Math.min(bound, objective);
    return assembly.schedule(dispatch, check.cost(), proven, withoutVehicles);
  }

  private Result none(MixedIntegerResult scip, @Nullable Double withoutVehicles) {
    if (scip.status() == MixedIntegerStatus.INFEASIBLE) {
      return NoSchedule.of(scenario, null, settings, run, assembly, withoutVehicles);
    }
    boolean limit =
        scip.status() == MixedIntegerStatus.TIME_LIMIT
            || scip.status() == MixedIntegerStatus.INTERRUPTED;
    return assembly.none(limit ? Status.TIME_LIMIT : Status.FAILED, bound(scip), withoutVehicles);
  }

  private static @Nullable Double bound(MixedIntegerResult scip) {
    double bound = scip.bound();
    return Double.isFinite(bound)
        ? bound - SCIP.feasibilityTolerance() * Math.max(1, Math.abs(bound))
        : null;
  }
}
