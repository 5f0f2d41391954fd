package io.evenflow.method;

import io.evenflow.conic.ConicStatus;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The day without any vehicle: what its load alone costs, and the hours it cannot be carried.
 *
 * @param objective optimum of the day, null where an hour is infeasible or unknown. Unit: currency
 * @param infeasible periods proven infeasible without any vehicle
 */
record WithoutVehicles(@Nullable Double objective, List<Integer> infeasible) {
  static WithoutVehicles of(Scenario scenario) {
    double sum = 0;
    boolean known = true;
    List<Integer> infeasible = new ArrayList<>();
    double[] none = new double[scenario.stations().size()];
    for (int t = 0; t < scenario.periods(); t++) {
      OptimalPowerFlow.Outcome outcome = OptimalPowerFlow.solve(scenario, t, none);
      if (outcome.status() == ConicStatus.PRIMAL_INFEASIBLE) {
        infeasible.add(t);
      }
      known &= outcome.status() == ConicStatus.SOLVED;
      sum += outcome.objective();
    }
    return new WithoutVehicles(known ? sum : null, infeasible);
  }
}
