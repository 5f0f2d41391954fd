package io.evenflow.cli;

import io.evenflow.io.ScenarioWriter;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where commands that make scenarios put them. */
final class ScenarioOutput {
  private ScenarioOutput() {}

  /**
   * Prints a scenario, or writes its file and says so.
   *
   * @param output the file, null for the terminal
   */
  static void write(Streams streams, Scenario scenario, @Nullable Path output) {
    if (output == null) {
      streams.print(ScenarioWriter.text(scenario).lines().toList());
      return;
    }
    try {
      ScenarioWriter.write(scenario, output);
    } catch (IOException e) {
      throw CommandException.badInput(
          "--output '" + output + "' cannot be written: " + e.getMessage(),
          "Maybe its folder does not exist.");
    }
    streams.print(
        List.of(output + ": " + scenario.name() + ", " + scenario.sessions().size() + " sessions"));
  }
}
