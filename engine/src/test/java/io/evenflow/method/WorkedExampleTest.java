package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.OneBranchDay;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked example of docs/certified.md, its table above all. */
class WorkedExampleTest {
  /** Optimum, and the bound that prices alone prove. */
  @ParameterizedTest
  @CsvSource({"2, 7.010, 6.426", "10, 33.059, 32.132"})
  void figuresOfThePage(int vehicles, double optimum, double priceBound) throws IOException {
    Result result =
        new Certified().coordinate(OneBranchDay.of(vehicles), Settings.defaults(), Watcher.NONE);
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
}
