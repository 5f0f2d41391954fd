package io.evenflow.method;

import io.evenflow.formulation.AcProgram;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.mip.MixedIntegerOptions;
import io.evenflow.mip.MixedIntegerResult;
import io.evenflow.mip.MixedIntegerStatus;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.ScipSettings;
import io.evenflow.solver.ScipSolver;
import java.util.ArrayList;
import java.util.List;

/** The day without any vehicle on the AC grid itself, period by period, by SCIP. */
final class AcWithoutVehicles {
  private AcWithoutVehicles() {}

  static WithoutVehicles of(Scenario scenario, Run run) {
    double sum = 0;
    boolean known = true;
    List<Integer> infeasible = new ArrayList<>();
    for (int t = 0; t < scenario.periods() && !run.mustStop(); t++) {
      MixedIntegerResult found = solve(scenario, t, run);
      if (found.status() == MixedIntegerStatus.OPTIMAL) {
        sum += found.objective();
        continue;
      }
      known = false;
      if (found.status() == MixedIntegerStatus.INFEASIBLE) {
        infeasible.add(t);
      }
    }
    return new WithoutVehicles(known && !run.mustStop() ? sum : null, infeasible);
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
