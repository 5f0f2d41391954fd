package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.Objects;

/**
 * A day by its whole program, or taken apart by "certified", held against an optimum and against
 * the check.
 */
final class DirectAssets {
  private DirectAssets() {}

  /** A gap that the last digits of a sum by hand do not see. */
  private static final double GAP = 1e-6;

  static Result run(Scenario day, String engine) {
    if (engine.equals("certified")) {
      return new Certified().coordinate(day, Settings.defaults().withGap(GAP), Watcher.NONE);
    }
    return new Direct().coordinate(day, Settings.defaults().withEngine(engine), Watcher.NONE);
  }

  /** Objective and bound are the optimum, and the check agrees with every part of the cost. */
  static Cost assertOptimum(Scenario day, String engine, double optimum) {
    Result result = run(day, engine);
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.objective())).isCloseTo(optimum, within(1e-4));
    assertThat(Objects.requireNonNull(result.bound())).isBetween(optimum - 1e-3, optimum + 1e-4);
    assertThat(result.bound()).isLessThanOrEqualTo(result.objective());
    Verification check = Objects.requireNonNull(result.verification());
    assertThat(check.violations()).isEmpty();
    Cost cost = Objects.requireNonNull(result.cost());
    assertSame(cost, check.cost());
    return cost;
  }

  private static void assertSame(Cost claimed, Cost found) {
    assertThat(claimed.generation()).isCloseTo(found.generation(), within(1e-4));
    assertThat(claimed.charging()).isCloseTo(found.charging(), within(1e-4));
    assertThat(claimed.shortfall()).isCloseTo(found.shortfall(), within(1e-4));
    assertThat(claimed.peaks()).isCloseTo(found.peaks(), within(1e-4));
    assertThat(claimed.emissions()).isCloseTo(found.emissions(), within(1e-4));
    assertThat(claimed.wear()).isCloseTo(found.wear(), within(1e-4));
    assertThat(claimed.stored()).isCloseTo(found.stored(), within(1e-4));
  }
}
