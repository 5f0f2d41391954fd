package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Problem;
import io.evenflow.coordination.Terms;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The day without vehicles and batteries: what its load alone costs on the AC grid. */
final class WithoutVehicles {
  /** Part of the whole cost that the optimum may be off by where generators can be decided. */
  private static final double GAP = 1e-7;

  /** Of the time there is: the day with vehicles is what was asked for. */
  private static final double TIME_SHARE = 0.2;

  /** And no more than this, where a proof is far off. Unit: s */
  private static final double MOST_SECONDS = 5;

  private WithoutVehicles() {}

  /**
   * The optimum, null where limits cannot be kept or time does not suffice.
   *
   * @param withVehicles the same day with them
   * @param seconds wall time, +∞ for none
   */
  static @Nullable Double cost(
      Scenario scenario, DayProblem withVehicles, double seconds, BooleanSupplier stop) {
    if (!withVehicles.hasOtherChoices()) {
      return withVehicles.costOfLoadAlone();
    }
    DayProblem day = DayProblem.of(scenario.withoutStorage());
    double share = Math.min(MOST_SECONDS, TIME_SHARE * seconds);
    List<Problem> parts =
        day.fallsApart()
            ? IntStream.range(0, scenario.periods()).mapToObj(day::problemOf).toList()
            : List.of(day.problem());
    double[] amounts = new double[day.problem().rows().size()];
    double costOfResources = 0;
    for (Problem part : parts) {
      Plan plan = optimum(scenario, part, share / parts.size(), stop);
      if (plan == null) {
        return null;
      }
      costOfResources += plan.costOfResources();
      Arrays.setAll(amounts, row -> amounts[row] + plan.amounts()[row]);
    }
    Double costOfCouplings = day.costOfCouplings(amounts);
    return costOfCouplings == null ? null : costOfCouplings + costOfResources;
  }

  private static @Nullable Plan optimum(
      Scenario scenario, Problem problem, double seconds, BooleanSupplier stop) {
    double most = MissCost.most(scenario);
    Terms terms = new Terms(GAP, seconds, MissCost.first(scenario), most, null);
    Coordinator coordinator =
        new Coordinator(problem, terms, stop, (stage, round, objective, bound, resources) -> {});
    coordinator.run();
    coordinator.runOn(null);
    Plan plan = coordinator.plan();
    return plan != null && isClosed(plan.objective(), coordinator.bound()) ? plan : null;
  }

  private static boolean isClosed(double objective, double bound) {
    return objective - bound <= GAP * Math.max(1, Math.abs(objective));
  }
}
