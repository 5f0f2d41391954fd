package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Claims;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.GridState;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Baran and Wu's feeder: its own load, half of it, and one it cannot carry. */
class GridStateTest {
  private static Scenario hours(double... scale) {
    Network network = BuiltInCases.read("case33bw");
    return new Scenario(
        "hours",
        "EUR",
        "case33bw",
        network,
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), scale.length, 60),
        DayAheadPrices.of(new double[scale.length]),
        new Loads(scale, List.of()),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(),
        List.of());
  }

  private static Dispatch at(double... substationPu) {
    int periods = substationPu.length;
    double[][] none = {};
    return new Dispatch(none, none, new double[1][periods], new double[1][periods], substationPu);
  }

  @Test
  void theCheckKeepsWhatItFoundAtEveryBusAndBranch() {
    Scenario day = hours(1, 0.5);
    Verification check = Verifier.verify(day, at(1, 1.02));
    GridState grid = check.grid();
    assertThat(grid.periods()).isEqualTo(2);
    for (int t = 0; t < 2; t++) {
      double lowest = Arrays.stream(grid.voltagePu(t)).min().orElseThrow();
      assertThat(lowest).isEqualTo(check.periods().get(t).minVoltagePu());
    }
    assertThat(grid.voltagePu(0)[day.feeder().indexOf(18)]).isCloseTo(0.913092, within(1e-5));
    assertThat(grid.voltagePu(1)[0]).isCloseTo(1.02, within(1e-9));
    // √(3917.68² + 2435.14²) kVA flow into the first branch, and nothing into the substation.
    int first = day.feeder().indexOf(2);
    assertThat(grid.apparentMva(0)[first]).isCloseTo(4.6128, within(1e-4));
    assertThat(grid.apparentMva(0)[0]).isZero();
  }

  @Test
  void aCheckOfClaimsKeepsItToo() {
    Verification check = Verifier.verify(hours(1, 0.5), at(1, 1.02), Claims.NONE);
    assertThat(check.grid().converged(1)).isTrue();
  }

  @Test
  void aPeriodWithoutAPowerFlowHasNone() {
    GridState grid = Verifier.verify(hours(20, 1, 1), at(1, 1, Double.NaN)).grid();
    assertThat(grid.converged(0)).isFalse();
    assertThat(grid.voltagePu(0)).isEmpty();
    assertThat(grid.apparentMva(0)).isEmpty();
    assertThat(grid.converged(1)).isTrue();
    assertThat(grid.converged(2)).isFalse();
    assertThat(GridState.NONE.converged(0)).isFalse();
  }
}
