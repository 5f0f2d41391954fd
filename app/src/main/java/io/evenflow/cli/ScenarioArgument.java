package io.evenflow.cli;

import io.evenflow.io.BuiltInDays;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario on the command line: the name of a built-in day, or a file. */
final class ScenarioArgument {
  private ScenarioArgument() {}

  static Scenario read(String text) {
    if (BuiltInDays.names().contains(text)) {
      return BuiltInDays.read(text);
    }
    Path file = CaseArgument.path(text);
    if (!Files.exists(file)) {
      throw CommandException.badInput(
          "scenario '" + text + "' is neither a file nor a built-in day",
          "Maybe one of the built-in days: " + String.join(", ", BuiltInDays.names()) + ".");
    }
    return ScenarioReader.read(file);
  }
}
