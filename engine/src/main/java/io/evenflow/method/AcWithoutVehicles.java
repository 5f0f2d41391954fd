package io.evenflow.method;

import io.evenflow.check.Verifier;
import io.evenflow.fleet.Solar;
import io.evenflow.formulation.AcProgram;
import io.evenflow.formulation.DayProgram;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerProgram;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.solver.ScipSettings;
import io.evenflow.solver.ScipSolver;
import org.jspecify.annotations.Nullable;

/**
 * The day without anything that stores energy on the AC grid itself by SCIP: period by period, or
 * as a whole where periods hang together. Its cost is that of the AC power flow.
 */
final class AcWithoutVehicles {
  private final Scenario alone;
  private final Run run;

  private AcWithoutVehicles(Scenario scenario, Run run) {
    alone = scenario.withoutStorage();
    this.run = run;
  }

  /** The optimum, null where there is none or time does not suffice. */
  static @Nullable Double cost(Scenario scenario, Run run) {
    AcWithoutVehicles day = new AcWithoutVehicles(scenario, run);
    Dispatch found = day.hasPeriodsApart() ? day.periodByPeriod() : day.asAWhole();
    if (found == null) {
      return null;
    }
    Verification check = Verifier.verify(day.alone, AcDispatch.of(day.alone, found));
    return check.acFeasible() ? check.cost().total() : null;
  }

  /** Whether what is best in a period says nothing of others, and generators alone decide. */
  private boolean hasPeriodsApart() {
    return alone.limits().isSubstationVoltageFree()
        && alone.substation().peakCharge() == null
        && alone.solar().stream().noneMatch(Solar::isDecided);
  }

  private @Nullable Dispatch asAWhole() {
    DayProgram day = new DayProgram(alone);
    double[] x = optimum(AcProgram.of(day));
    return x == null ? null : day.dispatch(x);
  }

  private @Nullable Dispatch periodByPeriod() {
    int generators = alone.feeder().generators().size();
    Dispatch dispatch =
        new Dispatch(
            new double[0][],
            new double[0][],
            new double[generators][alone.periods()],
            new double[generators][alone.periods()],
            new double[alone.periods()],
            Sunshine.all(alone));
    double kwPerUnit = 1000 * alone.feeder().baseMva();
    for (int t = 0; t < alone.periods(); t++) {
      PeriodProgram period = new PeriodProgram(alone, t);
      double[] x = optimum(AcProgram.of(period));
      if (x == null) {
        return null;
      }
      for (int g = 0; g < generators; g++) {
        dispatch.generatorKw()[g][t] = kwPerUnit * x[period.generatorActive(g)];
        dispatch.generatorKvar()[g][t] = kwPerUnit * x[period.generatorReactive(g)];
      }
      dispatch.substationVoltagePu()[t] = Math.sqrt(x[period.voltageSquared(0)]);
    }
    return dispatch;
  }

  private double @Nullable [] optimum(MixedIntegerProgram program) {
    if (run.mustStop()) {
      return null;
    }
    MixedIntegerResult found =
        new ScipSolver(ScipSettings.forEqualities())
            .solve(
                program,
                MixedIntegerOptions.defaults()
                    .withTimeLimitSeconds(Math.max(0.01, run.remainingSeconds()))
                    .withInterrupted(run::stopRequested));
    return found.status() == MixedIntegerStatus.OPTIMAL ? found.x() : null;
  }
}
