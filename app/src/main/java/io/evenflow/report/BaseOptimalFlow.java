package io.evenflow.report;

import io.evenflow.conic.ConicStatus;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.method.OptimalPowerFlow;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One-period optimal power flow of a case as its file states it, by the conic relaxation.
 *
 * @param status {@code optimal}, {@code infeasible} where that is proven, {@code failed} otherwise
 * @param objective cost of generation, null without a point. Unit: the case's currency per hour
 * @param phantomLossKw loss that only the relaxation has: above zero it is loose, and the objective
 *     is a lower bound only. Unit: kW
 */
public record BaseOptimalFlow(
    String status, @Nullable Double objective, @Nullable Double phantomLossKw) {
  /** Above this the relaxation is loose; solver tolerances leave about a watt. Unit: kW */
  private static final double LOOSE_KW = 0.1;

  public static BaseOptimalFlow of(Network network) {
    OptimalPowerFlow.Outcome outcome = OptimalPowerFlow.solve(oneHour(network), 0, new double[0]);
    if (outcome.generatorKw().length == 0) {
      boolean proven = outcome.status() == ConicStatus.PRIMAL_INFEASIBLE;
      return new BaseOptimalFlow(proven ? "infeasible" : "failed", null, null);
    }
    boolean solved = outcome.status() == ConicStatus.SOLVED;
    return new BaseOptimalFlow(
        solved ? "optimal" : "failed", outcome.objective(), outcome.phantomLossKw());
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
    Double phantom = phantomLossKw;
    if (cost == null || phantom == null) {
      return List.of("Optimal power flow of one hour: " + status);
    }
    String loose =
        phantom > LOOSE_KW
            ? "; the relaxation is loose by %s kW, this is a bound only"
                .formatted(Figures.decimals(phantom, 1))
            : "";
    return List.of(
        "Optimal power flow of one hour: %s, cost %s%s"
            .formatted(status, Figures.decimals(cost, 4), loose));
  }
}
