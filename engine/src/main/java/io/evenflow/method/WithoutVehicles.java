package io.evenflow.method;

import io.evenflow.conic.ConicStatus;
import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.network.GridFailure;
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
    List<Coupling> grid = DayProblem.of(scenario.withSessions(List.of())).problem().couplings();
    double[] none = new double[scenario.stations().size()];
    double sum = 0;
    boolean known = true;
    List<Integer> infeasible = new ArrayList<>();
    for (int t = 0; t < grid.size(); t++) {
      grid.get(t).missCost(MissCost.most(scenario));
      Double value = value(grid.get(t), none);
      if (value != null) {
        sum += value;
        continue;
      }
      known = false;
      if (isProvenInfeasible(scenario, t, none)) {
        infeasible.add(t);
      }
    }
    return new WithoutVehicles(known ? sum : null, infeasible);
  }

  /** Null where limits cannot be kept, or where the load is so far beyond them that none knows. */
  private static @Nullable Double value(Coupling grid, double[] none) {
    try {
      Answer answer = grid.ask(none, grid.whole(none, none));
      return answer.isWhole() ? answer.value() : null;
    } catch (GridFailure failure) {
      return null;
    }
  }

  private static boolean isProvenInfeasible(Scenario scenario, int period, double[] none) {
    return OptimalPowerFlow.solve(scenario, period, none).status() == ConicStatus.PRIMAL_INFEASIBLE;
  }
}
