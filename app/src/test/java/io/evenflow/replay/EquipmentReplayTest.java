package io.evenflow.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.io.InputException;
import io.evenflow.io.exchange.FeederSource;
import io.evenflow.io.exchange.ProfileOptions;
import io.evenflow.io.exchange.SessionOptions;
import io.evenflow.io.exchange.TableText;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.live.Forecast;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of docs/replay.md: two days of two cars each, and beside them a battery of 40 kWh at
 * the first charger, 30 kW of PV there that give half as much on the second day, and a van that is
 * away from 7 to 15 h, uses 25 kWh, and wants 30 when it leaves and 40 in the end.
 */
class EquipmentReplayTest {
  private static final Path EXAMPLE = Path.of("../docs/examples/replay");
  private static final LocalDate SECOND = LocalDate.of(2024, 4, 9);

  @TempDir private Path folder = Path.of("");

  private static ReplaySetup setup(Path equipment) {
    return new ReplaySetup(
        new FeederSource("case33bw", BuiltInCases.read("case33bw")),
        EXAMPLE.resolve("sessions.csv"),
        new SessionOptions(Map.of(), null, null, 60.0, 0.95, null),
        new ReplayEquipment(
            new ProfileOptions(
                TableText.read(EXAMPLE.resolve("solar.csv")), null, null, null, 30.0),
            equipment),
        EXAMPLE.resolve("prices.csv"),
        null,
        null,
        2,
        1,
        LocalTime.of(13, 0),
        60,
        0,
        false,
        0,
        0,
        false,
        1,
        1e-4,
        Double.POSITIVE_INFINITY);
  }

  private static ReplaySetup setup() {
    return setup(EXAMPLE.resolve("equipment.json"));
  }

  private static double sum(double[] kw, int from, int to) {
    return Arrays.stream(kw, from, to).sum();
  }

  /** What the simulator makes of the certified powers is the certified day, to the cent. */
  @Test
  void theClairvoyantCostsWhatIsProven() {
    ReplayDay day = new ReplayDays(setup()).of(SECOND);
    Result best = Clairvoyant.solve(day.realised(), 1e-5, 60);

    Outcome outcome = Simulator.run(day, new Clairvoyant(day.realised(), best));

    assertThat(outcome.refusals()).isEmpty();
    assertThat(outcome.check().violations()).isEmpty();
    assertThat(outcome.check().cost().total())
        .isCloseTo(Objects.requireNonNull(best.objective()), within(1e-6));
  }

  @Test
  void thePlanMovesTheBatteryAndCostsLessThanRest() {
    ReplaySetup setup = setup();
    ReplayDay day = new ReplayDays(setup).of(SECOND);
    Outcome plan = Simulator.run(day, Policies.of("plan", setup, Forecast.NONE));
    Outcome equal = Simulator.run(day, Policies.of("equal-share", setup, Forecast.NONE));

    for (Outcome outcome : List.of(plan, equal)) {
      assertThat(outcome.refusals()).isEmpty();
      assertThat(outcome.check().violations()).isEmpty();
      assertThat(outcome.check().cost().shortfall()).isCloseTo(0, within(1e-6));
      assertThat(outcome.dispatch().assets().solarKw()[0][12])
          .isEqualTo(day.realised().solar().getFirst().availableKw().at(12))
          .isPositive();
    }
    Dispatch.Assets idle = equal.dispatch().assets();
    assertThat(sum(idle.batteryChargeKw()[0], 0, 24)).isZero();
    assertThat(sum(plan.dispatch().assets().batteryDischargeKw()[0], 0, 24)).isGreaterThan(20);
    assertThat(plan.check().cost().total()).isLessThan(equal.check().cost().total() - 1);
    // 10 kWh more for the departure, then what the trip used and what is wanted in the end
    assertThat(0.95 * sum(idle.vehicleChargeKw()[0], 0, 7)).isCloseTo(10, within(1e-6));
    assertThat(0.95 * sum(idle.vehicleChargeKw()[0], 15, 24)).isCloseTo(35, within(1e-6));
  }

  /** The sun of the second day is thought to be that of the first, until it is seen. */
  @Test
  void nobodyKnowsTheSunOfTheDay() {
    ReplayDay day = new ReplayDays(setup()).of(SECOND);
    Scenario realised = day.realised();
    double came = realised.solar().getFirst().availableKw().at(12);
    double[] thought = Objects.requireNonNull(day.sun().thoughtKw().get("solar-bus10"));
    assertThat(thought[12]).isCloseTo(2 * came, within(0.2));

    double[] seen = new double[24];
    Simulator.run(
        day,
        state -> {
          int t = state.period();
          seen[t] = state.day().solar().getFirst().availableKw().at(t);
          double later = state.day().solar().getFirst().availableKw().at(Math.min(23, t + 1));
          assertThat(later).isEqualTo(t == 23 ? seen[t] : thought[t + 1]);
          return new Decision(Map.of(), Map.of(), null);
        });
    assertThat(seen).containsExactly(realised.solar().getFirst().availableKw().toArray());
  }

  @Test
  void whatFitsNoSiteIsNamed() throws IOException {
    Path file = folder.resolve("equipment.json");
    Files.writeString(
        file,
        Files.readString(EXAMPLE.resolve("equipment.json")).replace("\"bus26\"", "\"bus27\""));
    assertThatThrownBy(() -> new ReplayDays(setup(file)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("station 'bus27' does not exist");
  }
}
