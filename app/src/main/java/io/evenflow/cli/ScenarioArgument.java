package io.evenflow.cli;

import io.evenflow.io.BuiltInDays;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Plausibility;
import io.evenflow.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scenario on the command line: the name of a built-in day, or a file. */
final class ScenarioArgument {
  private ScenarioArgument() {}

  /** Reads it, and says on the error stream what in it can hardly be meant. */
  static Scenario read(String text, Streams streams) {
    Scenario scenario = read(text);
    streams.warn(Plausibility.warnings(scenario));
    return scenario;
  }

  private static Scenario read(String text) {
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
