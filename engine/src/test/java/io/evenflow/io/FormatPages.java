package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pages that document the formats, and their example. */
final class FormatPages {
  private FormatPages() {}

  static String scenario() {
    return page("scenario.md");
  }

  static String result() {
    return page("result.md");
  }

  private static String page(String name) {
    try {
      return Files.readString(Path.of("../docs").resolve(name));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The scenario in the page, which has every field. */
  static String example() {
    List<String> lines = scenario().lines().toList();
    List<String> rest = lines.subList(lines.indexOf("```json") + 1, lines.size());
    return String.join("\n", rest.subList(0, rest.indexOf("```")));
  }

  static Scenario read(String json) {
    return ScenarioReader.read("example.json", json);
  }

  /** Whether a page has a field, alone or behind the names of those around it. */
  static void assertNames(String page, String field) {
    assertThat(page).containsPattern("`([A-Za-z]+(\\[])?\\.)?" + field + "`");
  }
}
