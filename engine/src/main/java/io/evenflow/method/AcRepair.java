package io.evenflow.method;

import io.evenflow.coordination.Plan;
import io.evenflow.coordination.PlanRepair;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule of the relaxation becomes on the grid: its powers, with what the AC power flow
 * makes of them, where all limits hold; else powers that were changed until they do.
 */
final class AcRepair {
  private AcRepair() {}

  /**
   * The schedule on the grid, null where none was found.
   *
   * @param relaxed powers of sessions and generators, voltages of the substation
   */
  static @Nullable ScheduledDispatch of(Scenario scenario, Dispatch relaxed, BooleanSupplier stop) {
    DayProblem day = DayProblem.of(scenario);
    PlanRepair repair = new PlanRepair(day.problem(), MissCost.most(scenario), stop);
    Plan plan = repair.of(day.amounts(relaxed));
    return plan == null ? null : day.dispatch(plan);
  }
}
