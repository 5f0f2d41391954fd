package io.evenflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evenflow.method.Certified;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcAttackTest {
  @Test
  void defaultsAndValues() {
    AcAttackOptions options = AcAttackOptions.of(List.of());
    assertThat(options.first()).isEqualTo(1);
    assertThat(options.last()).isEqualTo(300);
    assertThat(options.method().name()).isEqualTo("certified");
    assertThat(options.days()).isEqualTo(AcAttackOptions.Days.AC);
    AcAttackOptions other =
        AcAttackOptions.of(List.of("--seeds", "7", "--method", "direct", "--days", "assets"));
    assertThat(other.days()).isEqualTo(AcAttackOptions.Days.ASSETS);
    assertThat(other.first()).isEqualTo(7);
    assertThat(other.last()).isEqualTo(7);
    assertThat(other.method().name()).isEqualTo("direct");
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    for (String wrong :
        List.of(
            "--seed 3",
            "--seeds 9-3",
            "--seeds one",
            "--method best",
            "--limit 0",
            "--seeds",
            "--days all")) {
      assertThatThrownBy(() -> AcAttackOptions.of(List.of(wrong.split(" ", -1))))
          .as(wrong)
          .isInstanceOf(BadArgument.class)
          .hasMessageContaining("Maybe ");
    }
  }

  /**
   * Uncontrolled charging claims nothing but its cost; on the day of seed 3 it breaks limits. What
   * SCIP said of a day is kept.
   */
  @Test
  void aRowADayAndAnExitCode(@TempDir Path rows) throws IOException {
    assertThat(run(rows, "28")).isZero();
    assertThat(run(rows, "28")).isZero();
    assertThat(run(rows, "3")).isEqualTo(1);
    assertThat(Files.readAllLines(rows.resolve("attack-ac.csv"))).hasSize(1 + 3);
    assertThat(Files.readAllLines(rows.resolve("ac-truth.csv"))).hasSize(1 + 2);
  }

  /**
   * Of seed 705 a limit is 3e-8 p.u. below what the load does, which the check does not see; of
   * seed 783 a program of the search for what misses limits least ended the virtual machine, in a
   * heuristic of HiGHS that is off now.
   */
  @ParameterizedTest
  @CsvSource({"705, OPTIMAL", "783, INFEASIBLE"})
  void daysThatWereLostOnce(long seed, Status status) {
    Settings settings = Settings.defaults().withTimeLimitSeconds(60);
    assertThat(new Certified().coordinate(RandomAcDays.day(seed), settings, Watcher.NONE).status())
        .isEqualTo(status);
  }

  private static int run(Path rows, String seeds) {
    return AcAttack.run(rows, List.of("--method", "uncontrolled", "--seeds", seeds));
  }
}
