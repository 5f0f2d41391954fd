package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.check.BindingLimit.Kind;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Baran and Wu's feeder at full load has its lowest voltage, 0.91309 p.u., at bus 18. */
class BindingLimitsTest {
  private static final double LOWEST_PU = 0.913092;

  private static Scenario twoHours(Limits limits) {
    Network network = BuiltInCases.read("case33bw");
    return new Scenario(
        "two hours",
        "EUR",
        "case33bw",
        network,
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 2, 60),
        DayAheadPrices.of(50, 50),
        new Loads(new double[] {0.5, 1}, List.of()),
        List.of(),
        limits,
        null,
        List.of(),
        List.of());
  }

  private static List<BindingLimit> binding(Limits limits, double... importKw) {
    double[][] reactive = {{1200, 2435.14}};
    double[][] none = {};
    Scenario day = twoHours(limits);
    Dispatch dispatch =
        new Dispatch(none, none, new double[][] {importKw}, reactive, new double[] {1, 1});
    return BindingLimits.of(day, dispatch, Verifier.verify(day, dispatch).grid());
  }

  @Test
  void farFromEveryLimitNothingBinds() {
    assertThat(binding(Limits.OF_THE_CASE, 1900, 3917)).isEmpty();
  }

  @Test
  void theLowestBusIsNamedInThePeriodInWhichItIsAtItsLimit() {
    Limits limits = new Limits(LOWEST_PU, null, null, List.of());
    assertThat(binding(limits, 1900, 3917))
        .containsExactly(new BindingLimit(1, Kind.LOW_VOLTAGE, "18", LOWEST_PU));
  }

  @Test
  void aBranchAtItsRatingIsNamed() {
    // √(3917.68² + 2435.14²) kVA flow into the first branch.
    Limits limits = new Limits(null, null, null, List.of(new BranchRating(1, 2, 4.6128)));
    assertThat(binding(limits, 1900, 3917))
        .containsExactly(new BindingLimit(1, Kind.BRANCH_RATING, "1-2", 4.6128));
  }

  @Test
  void aSubstationThatMayNotExportIsAtItsLeastPower() {
    assertThat(binding(Limits.OF_THE_CASE, 0, 3917))
        .containsExactly(new BindingLimit(0, Kind.LEAST_ACTIVE_POWER, "1", 0));
  }
}
