package io.evenflow.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder that paths in a scenario start from.
 *
 * @param path null where no file may be named, as in a scenario that came over a network
 */
record SourceFolder(@Nullable Path path) {

  /**
   * The file a field names.
   *
   * @throws InputException where no file may be named
   */
  Path resolve(JsonObject object, String field) {
    String name = object.text(field);
    if (path == null) {
      throw object.error(
          field + " ('" + name + "') names a file, and this scenario has no folder",
          "Maybe give the figures in the scenario itself, or a built-in name.");
    }
    try {
      return path.resolve(name);
    } catch (InvalidPathException problem) {
      throw object.error(
          field + " ('" + name + "') is not a path",
          "Maybe it holds a character paths cannot have.");
    }
  }
}
