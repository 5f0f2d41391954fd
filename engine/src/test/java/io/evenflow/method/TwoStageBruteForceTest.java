package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.formulation.DayProgram;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both stages over the decomposed day, against trying everything and against whole programs. */
class TwoStageBruteForceTest {
  private static final double TOLERANCE = 1e-6;
  private static final int DAYS = 60;

  /** r = 12 lets all four sessions of three hours do anything: the optimum is in the region. */
  @ParameterizedTest
  @CsvSource({"31, 0", "32, 5", "33, 12"})
  void boundIsBelowTheOptimumAndNothingIsBetter(long seed, int radius) {
    SplittableRandom random = new SplittableRandom(seed);
    Settings settings = Settings.defaults().withRadius(radius);
    int solved = 0;
    for (int day = 0; day < DAYS; day++) {
      Scenario scenario = RandomDays.next(random);
      double optimum = BruteForce.optimum(new DayProgram(scenario));
      if (Double.isInfinite(optimum)) {
        continue;
      }
      solved++;
      String which = "seed " + seed + ", day " + day;
      Result result = new TwoStage().coordinate(scenario, settings, Watcher.NONE);
      double slack = TOLERANCE * Math.max(1, Math.abs(optimum));
      double objective = Objects.requireNonNull(result.objective(), which);
      double bound = Objects.requireNonNull(result.bound(), which);
      assertThat(bound).as(which).isLessThanOrEqualTo(optimum + slack);
      assertThat(objective).as(which).isGreaterThanOrEqualTo(optimum - slack);
      double gap = 1e-4 * Math.max(1, Math.abs(objective));
      if (radius == 12) {
        assertThat(objective).as(which).isLessThanOrEqualTo(optimum + gap + slack);
      }
      if (result.status() == Status.OPTIMAL) {
        assertThat(objective - bound).as(which).isLessThanOrEqualTo(gap + slack);
      }
    }
    assertThat(solved).isGreaterThan(DAYS / 2);
  }

  /** The relaxation of mixed profiles is at least as high as that of binaries between 0 and 1. */
  @ParameterizedTest
  @ValueSource(longs = {34})
  void boundIsNoLowerThanThatOfTheWholeProgram(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int day = 0; day < 20; day++) {
      Scenario scenario = RandomDays.next(random);
      Result apart = new TwoStage().coordinate(scenario, Settings.defaults(), Watcher.NONE);
      Result whole =
          new TwoStage()
              .coordinate(
                  scenario, Settings.defaults().withEngine("outer-approximation"), Watcher.NONE);
      assertThat(apart.status() == Status.INFEASIBLE)
          .isEqualTo(whole.status() == Status.INFEASIBLE);
      if (apart.bound() != null && whole.bound() != null) {
        double slack = 1e-4 * Math.max(1, Math.abs(whole.bound()));
        assertThat(apart.bound()).isGreaterThanOrEqualTo(whole.bound() - slack);
      }
    }
  }
}
