package io.evenflow.city.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.city.portfolio.CitySetup;
import io.evenflow.city.portfolio.DrawnCity;
import io.evenflow.city.portfolio.FeederDay;
import io.evenflow.city.portfolio.PlacedFeeder;
import io.evenflow.city.portfolio.Portfolio;
import io.evenflow.city.portfolio.PortfolioFiles;
import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans of small cities by threads alone, beside what single days say. */
class CityRunTest {
  private static final double GAP = 1e-4;
  @TempDir private Path folder = Path.of("");
  private final List<FeederOutcome> rows = new ArrayList<>();

  private Summary solve(Portfolio city) throws IOException {
    rows.clear();
    Tables tables =
        (portfolio, outcomes, where) -> {
          outcomes.forEach(rows::add);
          rows.sort(Comparator.comparingInt(FeederOutcome::index));
        };
    try (Crew crew = new Threads(2)) {
      Path out = folder.resolve("out");
      return new CityRun(
              city,
              new Ask(GAP, 2),
              new SharedAsk(1e-3, 40),
              out,
              crew,
              tables,
              (stage, round, done, bound) -> {})
          .run();
    }
  }

  private Portfolio drawn(int feeders, int sessions, double capacity, double peak)
      throws IOException {
    DrawnCity.write(new CitySetup(feeders, sessions, 5, 1, capacity, peak, 60), folder);
    return PortfolioFiles.read(folder);
  }

  @Test
  void withoutAnythingSharedACityIsTheSumOfItsDays() throws IOException {
    Portfolio city = drawn(3, 60, 0, 0);
    double sum = 0;
    for (PlacedFeeder feeder : city.feeders()) {
      Result day =
          new Certified()
              .coordinate(
                  FeederDay.of(feeder, folder, city.horizon()),
                  Settings.defaults(),
                  io.evenflow.method.Watcher.NONE);
      sum += Objects.requireNonNull(day.objective());
    }
    Summary summary = solve(city);
    assertThat(summary.objective()).isCloseTo(sum, within(1e-6));
    assertThat(summary.bound()).isLessThanOrEqualTo(summary.objective());
    assertThat(summary.optimal()).isEqualTo(3);
    assertThat(summary.status()).isEqualTo("optimal");
    assertThat(rows).extracting(FeederOutcome::index).containsExactly(0, 1, 2);
    assertThat(rows).allMatch(FeederOutcome::acFeasible);
  }

  @Test
  void aFeederThatFailsIsARowWithItsSentence() throws IOException {
    Portfolio city = new TwoFeeders(1).city(folder);
    Files.writeString(folder.resolve("b.json"), "{\"format\": \"evenflow-scenario/2\"}");
    Summary summary = solve(city);
    assertThat(summary.status()).isEqualTo("failed");
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(rows.get(0).hasSchedule()).isTrue();
    assertThat(rows.get(1).status()).isEqualTo("failed");
    assertThat(rows.get(1).message()).contains("b.json", "is missing");
  }

  /**
   * Two proofs of the same optimum that share no prices: neither bound may lie above the other's
   * objective.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void noBoundBeatsTheWholeSolvedAtOnce(long seed) throws IOException {
    TwoFeeders feeders = new TwoFeeders(seed);
    Result whole =
        new Certified()
            .coordinate(
                feeders.whole(folder), Settings.defaults(), io.evenflow.method.Watcher.NONE);
    assertThat(whole.status()).isEqualTo(Status.OPTIMAL);
    Summary city = solve(feeders.city(folder));
    assertThat(city.missedKw()).isZero();
    assertThat(city.rounds()).isPositive();
    double slack = 1e-6 * Math.abs(city.objective());
    assertThat(city.bound()).isLessThanOrEqualTo(Objects.requireNonNull(whole.objective()) + slack);
    assertThat(city.objective())
        .isGreaterThanOrEqualTo(Objects.requireNonNull(whole.bound()) - slack);
    // two feeders are few to mix: the plan is near the best, not at it
    assertThat(city.objective()).isLessThan(1.15 * Objects.requireNonNull(whole.objective()));
  }

  @Test
  void aCapacityIsKeptAndItsPriceProven() throws IOException {
    Summary free = solve(drawn(6, 600, 0, 0));
    Portfolio tight = drawn(6, 600, 1.04, 0);
    Summary kept = solve(tight);
    assertThat(kept.objective()).isGreaterThan(free.objective());
    assertThat(kept.bound()).isGreaterThan(free.bound()).isLessThanOrEqualTo(kept.objective());
    assertThat(kept.missedKw()).isZero();
    assertThat(Objects.requireNonNull(kept.relativeGap())).isLessThan(1e-3);
    Imports imports = new Imports(tight);
    rows.forEach(row -> imports.add(0, row.importKw()));
    assertThat(imports.missedKw()).isLessThan(0.1);
  }
}
