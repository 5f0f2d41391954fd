package io.evenflow.io;

import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;

/** The case a scenario's {@code feeder.case} names: built in, or a MATPOWER file. */
final class FeederCase {
  private FeederCase() {}

  static Network read(JsonObject feeder, SourceFolder folder) {
    feeder.requireOnly("case");
    String name = feeder.text("case");
    if (name.endsWith(".m")) {
      return MatpowerReader.read(folder.resolve(feeder, "case"));
    }
    if (!BuiltInCases.names().contains(name)) {
      throw feeder.error(
          "case '" + name + "' is neither a built-in case nor a path to a .m file",
          Suggestion.of(name, BuiltInCases.names().toArray(String[]::new)));
    }
    return BuiltInCases.read(name);
  }
}
