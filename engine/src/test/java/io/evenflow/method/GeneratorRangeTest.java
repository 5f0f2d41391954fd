package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Drawing;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.SubstationVoltage;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A generator at the end of a feeder whose substation holds 1 p.u. and gives energy for 20 EUR/MWh,
 * by every method.
 *
 * <pre>
 * [1] -- 2 -- 3      r + jx = 0.01 + j0.02 p.u. on 1 MVA, 0.1 + j0.05 MVA of load at 2 and 3
 * </pre>
 */
class GeneratorRangeTest {
  /** Sharp enough that what is decided for losses alone shows: 1e-6 EUR are 1.6 kvar. */
  private static final Settings SHARP = Settings.defaults().withGap(1e-6);

  private static Scenario day(double leastPu, double maxMw, double maxMvar, double costPerMwh) {
    Charger charger = new Charger(new PowerRange(0, 20), 1, null, 1);
    GenerationCost cost = new GenerationCost.Polynomial(0, costPerMwh, 0);
    Generator local = new Generator(3, 0, 0, -maxMvar, maxMvar, 1, 0, maxMw, true, cost);
    Network network = Drawing.network("[1] -- 2 -- 3");
    return new Scenario(
        "three",
        "EUR",
        "three",
        network.withGenerators(List.of(network.generators().get(0), local)),
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 2, 60),
        DayAheadPrices.of(30, 60),
        Loads.flat(2),
        List.of(),
        new Limits(leastPu, 1.1, null, List.of(), new SubstationVoltage(1, 1, false)),
        null,
        List.of(new Station("s", 2, charger)),
        List.of(new Session("ev", "s", 0, 2, 40, 0, 0, 20, 10.0, charger)));
  }

  static Stream<Method> optimisers() {
    return Stream.of(new Certified(), new TwoStage(), new Direct());
  }

  private static Dispatch solved(Method method, Scenario day) {
    Result result = method.coordinate(day, SHARP, Watcher.NONE);
    assertThat(result.status().hasSchedule()).isTrue();
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
    if (method instanceof Certified) {
      assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    }
    return Objects.requireNonNull(result.dispatch());
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void cheapEnergyIsTakenAndDearEnergyLeft(Method method) {
    Dispatch cheap = solved(method, day(0.9, 0.15, 0, 10));
    assertThat(cheap.generatorKw()[1]).containsExactly(new double[] {150, 150}, within(0.1));
    Dispatch dear = solved(method, day(0.9, 0.15, 0, 50));
    assertThat(dear.generatorKw()[1]).containsExactly(new double[] {0, 0}, within(0.1));
  }

  /** Losses r·((0.1 − q)² + (0.05 − q)²) are least at q = 0.075 p.u. */
  @ParameterizedTest
  @MethodSource("optimisers")
  void reactivePowerIsGivenForLeastLosses(Method method) {
    Dispatch dispatch = solved(method, day(0.9, 0, 0.2, 50));
    assertThat(dispatch.generatorKvar()[1]).containsExactly(new double[] {75, 75}, within(2.5));
  }

  /**
   * v₂² = 1 − 2·(0.01·0.2 + 0.02·(0.1 − q)): 0.9985 p.u. ask for q = 0.125 p.u., and for 0.135
   * while the vehicle charges with 20 kW; losses on top.
   */
  @ParameterizedTest
  @MethodSource("optimisers")
  void reactivePowerHoldsUpTheVoltage(Method method) {
    Dispatch dispatch = solved(method, day(0.9985, 0, 0.2, 50));
    assertThat(dispatch.generatorKvar()[1][0]).isCloseTo(136, within(1.5));
    assertThat(dispatch.generatorKvar()[1][1]).isCloseTo(126, within(1.5));
  }

  @Test
  void withoutItTheLoadAloneIsTooMuch() {
    Result result = new Certified().coordinate(day(0.9985, 0, 0, 50), SHARP, Watcher.NONE);
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.notes()).anyMatch(note -> note.contains("bus 3"));
  }
}
