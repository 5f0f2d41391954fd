package io.evenflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README shows is what compiles and runs. */
class ReadmeTest {
  private static final Path SOURCE = Path.of("src/test/java/io/evenflow/LibraryExample.java");

  @Test
  void showsTheLinesOfTheExample() throws IOException {
    List<String> readme = between("```java", "```", Files.readAllLines(Path.of("../README.md")));
    List<String> example = between("    // README", "    // end", Files.readAllLines(SOURCE));
    assertThat(readme)
        .containsExactlyElementsOf(example.stream().map(line -> line.substring(4)).toList());
  }

  private static List<String> between(String first, String last, List<String> lines) {
    int start = lines.indexOf(first) + 1;
    List<String> rest = lines.subList(start, lines.size());
    assertThat(start).isPositive();
    return rest.subList(0, rest.indexOf(last));
  }

  @Test
  void theExampleFindsASchedule() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LibraryExample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("EUR").contains(" charges [");
  }
}
