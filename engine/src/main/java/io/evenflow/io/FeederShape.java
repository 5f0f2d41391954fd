package io.evenflow.io;

import static io.evenflow.io.Field.text;

import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;
import java.nio.file.Path;

/** A scenario's {@code feeder}. */
final class FeederShape {
  private static final Field<String> CASE =
      text("case")
          .says(
              "a built-in case (`evenflow cases` lists them), or the path of a MATPOWER file that"
                  + " ends in `.m`, from the scenario's folder");

  static final Shape<NamedCase> SHAPE =
      Shape.of("Maybe another case is meant.", FeederShape::read).with(CASE, NamedCase::name);

  /** A case and how the file names it: built in, or a path. */
  record NamedCase(String name, Network network) {}

  private FeederShape() {}

  private static NamedCase read(JsonObject feeder) {
    String name = feeder.get(CASE);
    if (name.endsWith(".m")) {
      Path path = feeder.reading().folder().resolve(feeder, CASE.name());
      return new NamedCase(name, MatpowerReader.read(path));
    }
    if (!BuiltInCases.names().contains(name)) {
      throw feeder.error(
          "case '" + name + "' is neither a built-in case nor a path to a .m file",
          Suggestion.of(name, BuiltInCases.names().toArray(String[]::new)));
    }
    return new NamedCase(name, BuiltInCases.read(name));
  }
}
