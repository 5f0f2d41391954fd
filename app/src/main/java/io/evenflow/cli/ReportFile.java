package io.evenflow.cli;

import io.evenflow.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of {@code --report}.
 *
 * @param path as it was given, null where none is wanted
 */
record ReportFile(@Nullable Path path) {
  boolean isWanted() {
    return path != null;
  }

  void requireWritable() {
    if (path == null) {
      return;
    }
    if (Files.isDirectory(path)) {
      throw CommandException.badInput(
          "--report '" + path + "' is a folder", "Maybe add a name, such as report.html.");
    }
    WritableFolder.require("--report '" + path + "'", path.toAbsolutePath().getParent());
  }

  void write(String page) {
    if (path == null) {
      throw new IllegalStateException("no page is wanted");
    }
    try {
      WholeFile.write(path, page);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "the report could not be written to '" + path + "': " + e.getMessage(),
          "Maybe the disk is full, or its folder was removed meanwhile.");
    }
  }

  /** Where it is. */
  List<String> names() {
    return List.of("Report    " + path);
  }
}
