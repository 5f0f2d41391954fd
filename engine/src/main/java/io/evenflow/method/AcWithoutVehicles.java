package io.evenflow.method;

import io.evenflow.formulation.AcProgram;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ScipSettings;
import io.evenflow.solver.ScipSolver;
import org.jspecify.annotations.Nullable;

/** The day without any vehicle on the AC grid itself, period by period, by SCIP. */
final class AcWithoutVehicles {
  private AcWithoutVehicles() {}

  /** The optimum, null where a period has none or time does not suffice. */
  static @Nullable Double cost(Scenario scenario, Run run) {
    double sum = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      if (run.mustStop()) {
        return null;
      }
      MixedIntegerResult found = solve(scenario, t, run);
      if (found.status() != MixedIntegerStatus.OPTIMAL) {
        return null;
      }
      sum += found.objective();
    }
    return sum;
  }

  private static MixedIntegerResult solve(Scenario scenario, int period, Run run) {
    return new ScipSolver(ScipSettings.forEqualities())
        .solve(
            AcProgram.of(new PeriodProgram(scenario, period)),
            MixedIntegerOptions.defaults()
                .withTimeLimitSeconds(Math.max(0.01, run.remainingSeconds()))
                .withInterrupted(run::stopRequested));
  }
}
