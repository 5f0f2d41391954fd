package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.SharedFolder;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DirectTest {
  /** Of another formulation and another conic solver, whose answers are good to about 1e-8. */
  private static final double OPTIMUM = 5721.592717626335;

  @Test
  @Timeout(60)
  void scipProvesTheCertifiedOptimumOfFiveSessions() {
    Scenario scenario =
        ScenarioReader.read(SharedFolder.path("instances").resolve("case18-tiny.json"));
    Result result = new Direct().coordinate(scenario, Settings.defaults(), Watcher.NONE);
    double objective = Objects.requireNonNull(result.objective());
    double bound = Objects.requireNonNull(result.bound());
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(objective).isCloseTo(OPTIMUM, within(1e-6 * OPTIMUM));
    assertThat(bound).isLessThanOrEqualTo(objective).isLessThanOrEqualTo(OPTIMUM * (1 + 1e-8));
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
  }
}
