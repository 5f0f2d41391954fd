package io.evenflow.method;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.Terms;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The day without any vehicle: what its load alone costs on the AC grid. */
final class WithoutVehicles {
  /** Part of the whole cost that the optimum may be off by where generators can be decided. */
  private static final double GAP = 1e-7;

  /** Most of the time that this may take, and at most so long: s. */
  private static final double SHARE = 0.2;

  private static final double MOST_SECONDS = 5;

  private WithoutVehicles() {}

  /**
   * The optimum, null where limits cannot be kept or time does not suffice. Where generators can be
   * decided it is the best that was found in some seconds.
   *
   * @param withVehicles the same day with them
   * @param seconds wall time, +∞ for none
   */
  static @Nullable Double cost(
      Scenario scenario, DayProblem withVehicles, double seconds, BooleanSupplier stop) {
    if (!withVehicles.hasOtherChoices()) {
      return ofLoadAlone(withVehicles.problem().couplings());
    }
    DayProblem day = DayProblem.of(scenario.withSessions(List.of()));
    double most = MissCost.most(scenario);
    double part = Math.min(MOST_SECONDS, SHARE * seconds);
    Terms terms = new Terms(GAP, part, MissCost.first(scenario), most, null);
    Coordinator coordinator =
        new Coordinator(
            day.problem(), terms, stop, (stage, round, objective, bound, resources) -> {});
    coordinator.run();
    Plan plan = coordinator.plan();
    return plan == null ? null : plan.objective();
  }

  /** Where nothing can be decided there is one power flow. */
  private static @Nullable Double ofLoadAlone(List<Coupling> grids) {
    double sum = 0;
    for (Coupling grid : grids) {
      double[] none = new double[grid.rows().length];
      Answer answer = grid.ask(none, grid.whole(none, none));
      if (!answer.isWhole()) {
        return null;
      }
      sum += answer.value();
    }
    return sum;
  }
}
