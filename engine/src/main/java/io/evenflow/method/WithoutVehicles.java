package io.evenflow.method;

import io.evenflow.conic.ConicStatus;
import io.evenflow.decomposition.GridSide;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The day without any vehicle: what its load alone costs, and the hours it cannot be carried.
 *
 * @param objective optimum of the day, null where an hour is infeasible or unknown. Unit: currency
 * @param infeasible periods proven infeasible without any vehicle
 */
record WithoutVehicles(@Nullable Double objective, List<Integer> infeasible) {
  static WithoutVehicles of(Scenario scenario) {
    int[] all = IntStream.range(0, scenario.periods()).toArray();
    double[][] none = new double[scenario.periods()][scenario.stations().size()];
    double sum = 0;
    boolean known = true;
    List<Integer> infeasible = new ArrayList<>();
    for (GridSide.Answer answer : new GridSide(scenario).answer(all, none)) {
      sum += answer.value();
      if (!answer.isWhole()) {
        known = false;
        int t = answer.cut().period();
        if (isProvenInfeasible(scenario, t, none[t])) {
          infeasible.add(t);
        }
      }
    }
    return new WithoutVehicles(known ? sum : null, infeasible);
  }

  private static boolean isProvenInfeasible(Scenario scenario, int period, double[] none) {
    return OptimalPowerFlow.solve(scenario, period, none).status() == ConicStatus.PRIMAL_INFEASIBLE;
  }
}
