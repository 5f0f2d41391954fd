package io.evenflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.method.Direct;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SCIP on the AC grid against schedules by nobody's method, and against its rows in the project.
 */
class AcTruthTest {
  private static final int TRIES = 400;

  private static AcTruths committed() {
    return new AcTruths(Path.of("rows"), "ac", 1);
  }

  /** Days with and without generators, shunts, sun; all feasible. */
  @ParameterizedTest
  @ValueSource(longs = {2, 5, 7, 12, 17, 24, 28, 36, 37, 51})
  void noScheduleTriedIsBelowTheBound(long seed) {
    Scenario day = RandomAcDays.day(seed);
    Result result =
        new Direct()
            .coordinate(day, Settings.defaults().withGap(1e-6).withEngine("scip-ac"), Watcher.NONE);
    double bound = Objects.requireNonNull(result.bound());
    double objective = Objects.requireNonNull(result.objective());
    assertThat(objective - bound).isBetween(0.0, 1e-5 * Math.max(1, Math.abs(objective)));
    TriedSchedules tried = new TriedSchedules(day, Objects.requireNonNull(result.dispatch()), seed);
    double best = tried.best(TRIES);
    assertThat(tried.held()).as("schedules that keep all limits").isPositive();
    assertThat(best).isGreaterThanOrEqualTo(bound);
  }

  /** Nothing drawn at random keeps the limits of a day that SCIP calls infeasible. */
  @ParameterizedTest
  @ValueSource(longs = {3, 9, 13})
  void noScheduleTriedKeepsTheLimitsOfAnInfeasibleDay(long seed) {
    Scenario day = RandomAcDays.day(seed);
    assertThat(AcTruth.of(day, 60).status()).isEqualTo(Status.INFEASIBLE);
    TriedSchedules tried = new TriedSchedules(day, null, seed);
    tried.best(TRIES);
    assertThat(tried.held()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 7, 18, 24})
  void rowsOfTheProjectAreWhatScipSaysToday(long seed) {
    Scenario day = RandomAcDays.day(seed);
    AcTruths rows = committed();
    assertThat(rows.know(day)).isTrue();
    AcTruth row = rows.of(seed, day);
    AcTruth now = AcTruth.of(day, 60);
    assertThat(now.status()).isEqualTo(row.status());
    if (row.objective() != null) {
      double tolerance = 1e-5 * Math.max(1, Math.abs(row.most()));
      assertThat(now.most()).isCloseTo(row.most(), within(tolerance));
    }
  }

  /** A change of the random days needs new rows: benchmark/run attack-ac. */
  @Test
  void everyDayHasARowThatSettlesIt() {
    AcTruths rows = committed();
    assertThat(LongStream.rangeClosed(1, 300).filter(seed -> !rows.know(RandomAcDays.day(seed))))
        .isEmpty();
  }
}
