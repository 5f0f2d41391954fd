package io.evenflow.cli;

import io.evenflow.grid.Network;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.io.matpower.MatpowerReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A case on the command line: a built-in name or a MATPOWER file. */
final class CaseArgument {
  private CaseArgument() {}

  static Network read(String text) {
    if (BuiltInCases.exists(text)) {
      return BuiltInCases.read(text);
    }
    Path file = path(text);
    if (!Files.exists(file)) {
      throw CommandException.badInput(
          "case '" + text + "' is neither a file nor built in",
          "Maybe one of the built-in cases: " + String.join(", ", BuiltInCases.names()) + ".");
    }
    return MatpowerReader.read(file);
  }

  /**
   * How a scenario names the case: a path leads there from the new file's folder.
   *
   * @param output the file to be written, null for none
   */
  static String fromFolder(String feederCase, @Nullable Path output) {
    if (!feederCase.endsWith(".m")) {
      return feederCase;
    }
    Path from = output == null ? Path.of("") : output.toAbsolutePath().getParent();
    Path target = path(feederCase).toAbsolutePath();
    return from == null ? target.toString() : from.toAbsolutePath().relativize(target).toString();
  }

  /** A path on the command line. */
  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw CommandException.badInput(
          "'" + text + "' is not a path", "Maybe it holds a character paths cannot have.");
    }
  }
}
