package io.evenflow.method;

import io.evenflow.coordination.Coordinator;
import io.evenflow.coordination.Plan;
import io.evenflow.coordination.PlanRepair;
import io.evenflow.coordination.Terms;
import io.evenflow.scenario.Scenario;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * By how much every schedule misses the grid's limits, whatever it costs.
 *
 * @param amounts what each resource does in the schedule found, null for none
 * @param missedKwh by how much that one misses them. Unit: kWh
 * @param boundKwh by how much every schedule does, proven; +∞ where hard targets allow none at all
 */
record LeastMisses(double @Nullable [][] amounts, double missedKwh, double boundKwh) {
  private static final double GAP = 1e-4;

  /** A limit that is missed by no more in each period counts as kept. Unit: kW. */
  private static final double KEPT_KW = 1e-3;

  /** Once limits are proven to be missed, how much so is searched for so long. Unit: s */
  private static final double MEASURING_SECONDS = 0.5;

  static LeastMisses of(Scenario scenario, double seconds, BooleanSupplier stop) {
    return of(scenario, seconds, MEASURING_SECONDS, stop);
  }

  /** The same where nobody wants to know by how much, only whether. */
  static LeastMisses proofOf(Scenario scenario, double seconds, BooleanSupplier stop) {
    return of(scenario, seconds, 0, stop);
  }

  private static LeastMisses of(
      Scenario scenario, double seconds, double measuringSeconds, BooleanSupplier stop) {
    Scenario costless = Costless.of(scenario);
    Measured measured = new Measured(keptKwh(scenario), measuringSeconds);
    double perKw = scenario.horizon().stepHours();
    Terms terms = new Terms(GAP, seconds, perKw, perKw, null);
    Coordinator coordinator =
        new Coordinator(
            DayProblem.of(costless).problemOfMisses(),
            terms,
            () -> stop.getAsBoolean() || measured.isEnough(),
            (stage, round, objective, bound, resources) -> measured.bound(bound));
    coordinator.run();
    Plan plan = coordinator.plan();
    if (plan == null) {
      return new LeastMisses(null, Double.POSITIVE_INFINITY, coordinator.bound());
    }
    return new LeastMisses(plan.amountsByResource(), plan.objective(), coordinator.bound());
  }

  /** Ends the search a while after it has proven that limits are missed. */
  private static final class Measured {
    private final double keptKwh;
    private final double seconds;
    private long since;

    Measured(double keptKwh, double seconds) {
      this.keptKwh = keptKwh;
      this.seconds = seconds;
    }

    void bound(double kwh) {
      if (since == 0 && kwh > keptKwh) {
        since = System.nanoTime();
      }
    }

    boolean isEnough() {
      return since != 0 && (System.nanoTime() - since) / 1e9 > seconds;
    }
  }

  /** Whether the schedule found keeps all limits. */
  boolean areNone(Scenario scenario) {
    return missedKwh <= keptKwh(scenario);
  }

  /** Whether no schedule keeps all limits. */
  boolean areProven(Scenario scenario) {
    return boundKwh > keptKwh(scenario);
  }

  /** The schedule found, null where it misses limits by more than tolerances leave. */
  @Nullable ScheduledDispatch schedule(Scenario scenario) {
    DayProblem day = DayProblem.of(scenario);
    Plan plan =
        amounts == null
            ? null
            : new PlanRepair(day.problem(), MissCost.most(scenario), () -> false).of(amounts);
    return plan == null ? null : day.dispatch(plan);
  }

  private static double keptKwh(Scenario scenario) {
    return KEPT_KW * scenario.horizon().stepHours();
  }
}
