package io.evenflow.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
  private static final List<String> KNOWN = List.of("certified", "direct", "scip");

  @Test
  void namesMayBeAListOrSeveralOptions() {
    Chosen chosen = Chosen.of(List.of("--only=certified,direct", "day.json"), KNOWN);
    assertThat(KNOWN.stream().filter(chosen::has)).containsExactly("certified", "direct");
    Chosen two = Chosen.of(List.of("--only=scip", "--only=direct"), KNOWN);
    assertThat(KNOWN.stream().filter(two::has)).containsExactly("direct", "scip");
    assertThat(KNOWN).allMatch(Chosen.of(List.of("day.json"), KNOWN)::has);
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    for (String only : List.of("--only=certifed", "--only=certified,certifed")) {
      assertThatThrownBy(() -> Chosen.of(List.of(only), KNOWN))
          .isInstanceOf(BadArgument.class)
          .hasMessageStartingWith("--only: 'certifed' is none of certified, direct, scip\nMaybe ");
    }
    assertThatThrownBy(() -> Chosen.of(List.of("--only="), KNOWN)).hasMessageContaining("''");
  }

  @Test
  void nothingIsRunOrWrittenForAWrongArgument(@TempDir Path rows) throws IOException {
    assertThatThrownBy(() -> MethodsBenchmark.run(rows, List.of("--only=scip")))
        .hasMessageEndingWith("Maybe --peers is missing.");
    assertThatThrownBy(() -> MethodsBenchmark.run(rows, List.of("--peer")))
        .hasMessageStartingWith("'--peer' is none of --peers, --only=");
    assertThatThrownBy(() -> ConicBenchmark.run(rows, List.of("--only=certified")))
        .hasMessageStartingWith("'--only=certified' is none of --peers");
    assertThat(rows).isEmptyDirectory();
  }
}
