package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.formulation.DayProgram;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The certified method's bound and objective against trying everything. */
class CertifiedBruteForceTest {
  /** The conic solver's relative tolerance, with room for several periods. */
  private static final double TOLERANCE = 1e-6;

  private static final int DAYS = 60;

  /** 5 seeds of 60 days. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void boundAndObjectiveEncloseTheOptimum(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int congested = 0;
    for (int day = 0; day < DAYS; day++) {
      Scenario scenario = RandomDays.next(random);
      Result result = enclosed(scenario, "seed " + seed + ", day " + day);
      congested += result != null && result.trace().size() > 2 ? 1 : 0;
    }
    assertThat(congested).as("days that need more than two rounds").isPositive();
  }

  @Test
  void vehiclesBelowTheirLeastEnergyAreBroughtUpToItFirst() {
    SplittableRandom random = new SplittableRandom(21);
    int solved = 0;
    for (int day = 0; day < DAYS; day++) {
      Scenario scenario = RandomDays.nextBelowLeastEnergy(random);
      Result result = enclosed(scenario, "day " + day);
      if (result != null) {
        solved++;
        assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
      }
    }
    assertThat(solved).isGreaterThan(DAYS / 3);
  }

  /** The result, null where there is no schedule at all. */
  private static @Nullable Result enclosed(Scenario scenario, String which) {
    double optimum = BruteForce.optimum(new DayProgram(scenario));
    if (Double.isInfinite(optimum)) {
      return null;
    }
    Result result =
        new Certified().coordinate(scenario, Settings.defaults().withGap(1e-4), Watcher.NONE);
    double slack = TOLERANCE * Math.max(1, Math.abs(optimum));
    double objective = Objects.requireNonNull(result.objective(), which);
    double bound = Objects.requireNonNull(result.bound(), which);
    assertThat(result.status()).as(which).isEqualTo(Status.OPTIMAL);
    assertThat(bound).as(which).isLessThanOrEqualTo(optimum + slack);
    assertThat(objective).as(which).isGreaterThanOrEqualTo(optimum - slack);
    assertThat(objective)
        .as(which)
        .isLessThanOrEqualTo(optimum + 1e-4 * Math.max(1, Math.abs(objective)) + slack);
    return result;
  }
}
