package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objective and bound of days with a tap against every schedule at every voltage of a grid. */
class TapBruteForceTest {
  private static final int DAYS = 40;
  private static final int STEPS = 400;

  /**
   * What a step of 0.00025 p.u. of the voltage, by which the grid may miss the best one, changes:
   * 0.05 % of shunts of up to 50 kW and of losses, at most 100 EUR/MWh, for three hours. Unit: EUR
   */
  private static final double OF_A_STEP = 0.01;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void boundAndObjectiveEncloseTheBestOfTheGrid(boolean perPeriod) {
    SplittableRandom random = new SplittableRandom(31);
    int solved = 0;
    for (int day = 0; day < DAYS; day++) {
      Scenario scenario = TapDays.next(random, perPeriod);
      double best =
          perPeriod
              ? TapBruteForce.perPeriod(scenario, STEPS)
              : TapBruteForce.sameAllDay(scenario, STEPS);
      Result result = new Certified().coordinate(scenario, Settings.defaults(), Watcher.NONE);
      solved += enclosed(result, best, "day " + day) ? 1 : 0;
    }
    assertThat(solved).isGreaterThan(DAYS / 2);
  }

  private static boolean enclosed(Result result, double best, String day) {
    if (Double.isInfinite(best)) {
      // Between two voltages of the grid there may be one; then the check has seen it.
      assertThat(result.status()).as(day).isIn(Status.INFEASIBLE, Status.OPTIMAL);
      return false;
    }
    assertThat(result.status()).as(day).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.verification()).violations()).as(day).isEmpty();
    double objective = Objects.requireNonNull(result.objective());
    assertThat(Objects.requireNonNull(result.bound())).as(day).isLessThanOrEqualTo(best + 1e-6);
    assertThat(objective).as(day).isLessThanOrEqualTo(best + 1e-4 * Math.max(1, best) + 1e-6);
    assertThat(objective).as(day).isGreaterThanOrEqualTo(best - OF_A_STEP);
    return true;
  }
}
