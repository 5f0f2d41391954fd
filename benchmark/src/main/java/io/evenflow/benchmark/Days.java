package io.evenflow.benchmark;

import io.evenflow.io.BuiltInDays;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The days to measure: scenario files, or the one that comes with the program. */
final class Days {
  private Days() {}

  static List<Scenario> read(List<String> arguments) {
    List<Scenario> days = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.startsWith("--")) {
        days.add(
            BuiltInDays.exists(argument)
                ? BuiltInDays.read(argument)
                : ScenarioReader.read(Path.of(argument)));
      }
    }
    return days.isEmpty() ? List.of(BuiltInDays.read("case69-day")) : days;
  }
}
