package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** The first scenario in the page: every field of a day of grid, prices and sessions. */
  static String example() {
    return examples().getFirst();
  }

  /** The second: every field that a day may have besides. */
  static String depot() {
    return examples().get(1);
  }

  private static List<String> examples() {
    List<String> examples = new ArrayList<>();
    List<String> rest = scenario().lines().toList();
    for (int at = rest.indexOf("```json"); at >= 0; at = rest.indexOf("```json")) {
      rest = rest.subList(at + 1, rest.size());
      examples.add(String.join("\n", rest.subList(0, rest.indexOf("```"))));
    }
    return examples;
  }

  static Scenario read(String json) {
    return ScenarioReader.read("example.json", json);
  }

  /** Whether a page has a field, alone or behind the names of those around it. */
  static void assertNames(String page, String field) {
    assertThat(page).containsPattern("`([A-Za-z]+(\\[])?\\.)?" + field + "`");
  }
}
