package io.evenflow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification.PeriodFlow;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Baran and Wu's feeder: its own load, half of it, and one it cannot carry. */
class BusVoltagesTest {
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
  void everyBusHasTheVoltageTheVerifierFinds() {
    Scenario day = hours(1, 0.5);
    Dispatch dispatch = at(1, 1.02);
    BusVoltages voltages = BusVoltages.of(day, dispatch);
    List<PeriodFlow> flows = Verifier.verify(day, dispatch).periods();
    for (int t = 0; t < 2; t++) {
      double lowest = Arrays.stream(voltages.pu(t)).min().orElseThrow();
      assertThat(lowest).isEqualTo(flows.get(t).minVoltagePu());
    }
    assertThat(voltages.pu(0)[day.feeder().indexOf(18)]).isCloseTo(0.913092, within(1e-5));
    assertThat(voltages.pu(1)[0]).isCloseTo(1.02, within(1e-9));
  }

  @Test
  void aPeriodWithoutAPowerFlowHasNone() {
    BusVoltages voltages = BusVoltages.of(hours(20, 1, 1), at(1, 1, Double.NaN));
    assertThat(voltages.converged(0)).isFalse();
    assertThat(voltages.pu(0)).isEmpty();
    assertThat(voltages.converged(1)).isTrue();
    assertThat(voltages.converged(2)).isFalse();
  }
}
