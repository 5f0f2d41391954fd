package io.evenflow.io;

import static io.evenflow.io.Field.text;

import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.io.matpower.MatpowerWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A scenario's {@code feeder}. */
final class FeederShape {
  private static final String FILE_ENDING = ".m";
  private static final Field<String> CASE =
      text("case")
          .says(
              "a built-in case (`evenflow cases` lists them), or the path of a MATPOWER file that"
                  + " ends in `.m`, from the scenario's folder, or any other name with `matpower`");
  private static final Field<String> MATPOWER =
      text("matpower")
          .or(null, "`case` says where it is")
          .second()
          .says("the text of a MATPOWER file, so that the scenario needs no other");

  static final Shape<NamedCase> SHAPE =
      Shape.of("Maybe another case is meant.", FeederShape::read)
          .with(CASE, NamedCase::name)
          .with(MATPOWER, FeederShape::embedded);

  /** A case and how the file names it: built in, a path, or any other name with its text. */
  record NamedCase(String name, Network network) {}

  private FeederShape() {}

  private static NamedCase read(JsonObject feeder) {
    String name = feeder.get(CASE);
    String text = feeder.orNull(MATPOWER);
    if (text != null) {
      requireFree(feeder, name);
      return new NamedCase(name, MatpowerReader.read(name, text));
    }
    if (name.endsWith(FILE_ENDING)) {
      Path path = feeder.reading().folder().resolve(feeder, CASE.name());
      return new NamedCase(name, MatpowerReader.read(path));
    }
    if (!BuiltInCases.exists(name)) {
      throw feeder.error(
          "case '" + name + "' is neither a built-in case nor a path to a .m file",
          Suggestion.of(name, BuiltInCases.names().toArray(String[]::new)));
    }
    return new NamedCase(name, BuiltInCases.read(name));
  }

  /** Who reads the name alone must not take it for another case. */
  private static void requireFree(JsonObject feeder, String name) {
    if (BuiltInCases.exists(name) || name.endsWith(FILE_ENDING)) {
      throw feeder.error(
          "case ('" + name + "') with matpower must be no built-in case and no path",
          "Maybe choose another name, or leave matpower out.");
    }
  }

  private static @Nullable String embedded(NamedCase feeder) {
    boolean isElsewhere = BuiltInCases.exists(feeder.name()) || feeder.name().endsWith(FILE_ENDING);
    return isElsewhere ? null : MatpowerWriter.text(feeder.network());
  }
}
