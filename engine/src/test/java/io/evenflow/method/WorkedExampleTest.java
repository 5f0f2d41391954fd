package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.time.Horizon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worked example of docs/certified.md: n vehicles of 50 kWh behind a branch that carries 40 kW
 * a vehicle and hour, charging with 40 to 60 kW, so each in one hour only.
 *
 * <pre>
 * [1] --- 2      hour 0: 60 EUR/MWh, hour 1: 40 EUR/MWh, generation 20 EUR/MWh
 * </pre>
 */
class WorkedExampleTest {
  /** Optimum, and the bound that prices alone prove. */
  @ParameterizedTest
  @CsvSource({"2, 7.010, 6.426", "10, 33.059, 32.132"})
  void figuresOfThePage(int vehicles, double optimum, double priceBound) throws IOException {
    Result result = new Certified().coordinate(day(vehicles), Settings.defaults(), Watcher.NONE);
    double proven = priceBound(result);
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.objective()))
        .isCloseTo(optimum, org.assertj.core.data.Offset.offset(6e-4));
    assertThat(proven).isCloseTo(priceBound, org.assertj.core.data.Offset.offset(6e-4));
    String page = Files.readString(Path.of("..", "docs", "certified.md"));
    assertThat(page)
        .contains(
            String.format(Locale.ROOT, "| %d | %.3f | %.3f |", vehicles, optimum, priceBound));
  }

  private static double priceBound(Result result) {
    return result.trace().stream()
        .filter(step -> Objects.equals(step.get("stage"), "prices"))
        .mapToDouble(step -> (double) Objects.requireNonNull(step.get("bound")))
        .max()
        .orElseThrow();
  }

  private static Scenario day(int vehicles) {
    Charger charger = new Charger(new PowerRange(40, 60), 1, null, 1);
    List<Session> sessions =
        IntStream.range(0, vehicles)
            .mapToObj(i -> new Session("ev" + i, "s", 0, 2, 50, 0, 0, 50, 1.0, charger))
            .toList();
    return new Scenario(
        "worked example",
        "EUR",
        "example",
        network(0.04 * vehicles),
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 2, 60),
        DayAheadPrices.of(60, 40),
        Loads.flat(2),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(new Station("s", 2, charger)),
        sessions);
  }

  private static Network network(double ratingMva) {
    Bus substation = new Bus(1, BusType.SUBSTATION, 0, 0, 0, 0, 1, 0, 12.66, 1, 1);
    Bus end = new Bus(2, BusType.LOAD, 0, 0, 0, 0, 1, 0, 12.66, 0.9, 1.1);
    Generator grid =
        new Generator(1, 0, 0, -2, 2, 1, 0, 2, true, new GenerationCost.Polynomial(0, 20, 0));
    // The branch is as strong as it carries, so that losses stay the same part of the flow.
    Branch branch = new Branch(1, 2, 0.008 / ratingMva, 0, 0, ratingMva, 1, 0, true);
    return new Network(
        "example", 1, List.of(substation, end), List.of(grid), List.of(branch), List.of());
  }
}
