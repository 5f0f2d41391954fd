package io.evenflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Certified on sixty of the {@link RandomAssetDays}, which mix all that can move and all that ties:
 * what it says is true, and it is done with each. SCIP's answers are those kept in the project.
 */
class AssetDaysTest {
  private static final AcTruths KEPT = new AcTruths(Path.of("rows"), "assets", 1);
  private static final double LIMIT_SECONDS = 30;

  /** Starts that cost something were cut off by SCIP's presolving: 242.62 was called optimal. */
  @Test
  void scipFindsThatToStartPays() {
    AcTruth truth = AcTruth.of(RandomAssetDays.day(176), LIMIT_SECONDS);
    assertThat(truth.objective()).isCloseTo(92.61588, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        23, 25, 28, 29, 30, 31, 33, 34, 35, 36, 37, 38, 39, 40, 41, 43, 45, 46, 47, 48, 50, 51, 53,
        55, 56, 59, 61, 62, 63, 65, 66, 70, 72, 73, 75, 76, 77, 78, 80, 82, 84, 85, 86, 88, 89, 91,
        93, 96, 97, 98, 99, 100, 102, 104, 105, 107, 108, 109, 112, 114
      })
  void claimsAreTrue(long seed) {
    Scenario day = RandomAssetDays.day(seed);
    Settings settings = Settings.defaults().withTimeLimitSeconds(LIMIT_SECONDS);
    Result result = new Certified().coordinate(day, settings, Watcher.NONE);
    AcTruth truth = KEPT.of(seed, day);
    assertThat(truth.isKnown()).isTrue();
    assertThat(AcClaims.untrue(day, truth, result, settings.gap())).isEmpty();
    assertThat(result.status()).isIn(Status.OPTIMAL, Status.INFEASIBLE);
  }
}
