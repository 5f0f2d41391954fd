package io.evenflow.report;

import io.evenflow.conic.ConicStatus;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.method.Certified;
import io.evenflow.method.OptimalPowerFlow;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One-period optimal power flow of a case as its file states it: by the conic relaxation, and where
 * that does not settle it, on the AC grid by the certified method.
 *
 * @param status {@code optimal} and {@code infeasible} where that is proven, {@code feasible} where
 *     the time did not suffice for a proof, {@code failed} otherwise
 * @param objective cost of generation, null without a point. Unit: the case's currency per hour
 * @param bound it cannot cost less, null without a point. Unit: likewise
 */
public record BaseOptimalFlow(String status, @Nullable Double objective, @Nullable Double bound) {
  /** Above this the relaxation is loose; solver tolerances leave about a watt. Unit: kW */
  private static final double LOOSE_KW = 0.1;

  /** Objective and bound of the certified method are this near, as part of the objective. */
  private static final double GAP = 1e-5;

  private static final double MOST_SECONDS = 20;

  public static BaseOptimalFlow of(Network network) {
    Scenario hour = oneHour(network);
    OptimalPowerFlow.Outcome outcome = OptimalPowerFlow.solve(hour, 0, new double[0]);
    if (outcome.status() == ConicStatus.PRIMAL_INFEASIBLE) {
      return new BaseOptimalFlow(Status.INFEASIBLE.word(), null, null);
    }
    if (outcome.status() == ConicStatus.SOLVED && outcome.phantomLossKw() <= LOOSE_KW) {
      return new BaseOptimalFlow(Status.OPTIMAL.word(), outcome.objective(), outcome.objective());
    }
    double size = Double.isNaN(outcome.objective()) ? 1 : Math.abs(outcome.objective());
    // Without vehicles the gap is one of a currency unit.
    Settings settings =
        Settings.defaults().withGap(GAP * Math.max(1, size)).withTimeLimitSeconds(MOST_SECONDS);
    Result result = new Certified().coordinate(hour, settings, Watcher.NONE);
    return new BaseOptimalFlow(result.status().word(), result.objective(), result.bound());
  }

  private static Scenario oneHour(Network network) {
    return new Scenario(
        network.name(),
        "",
        network.name(),
        network,
        new Horizon(LocalDate.EPOCH.atStartOfDay().atOffset(ZoneOffset.UTC), 1, 60),
        DayAheadPrices.of(0),
        Loads.flat(1),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(),
        List.of());
  }

  /** Lines of text. */
  public List<String> lines() {
    Double cost = objective;
    Double least = bound;
    if (cost == null) {
      return List.of("Optimal power flow of one hour: " + status);
    }
    boolean closed = status.equals(Status.OPTIMAL.word());
    String atLeast = closed || least == null ? "" : ", at least " + Figures.decimals(least, 4);
    return List.of(
        "Optimal power flow of one hour: %s, cost %s%s"
            .formatted(status, Figures.decimals(cost, 4), atLeast));
  }
}
