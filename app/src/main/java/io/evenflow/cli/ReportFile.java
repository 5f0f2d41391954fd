package io.evenflow.cli;

import io.evenflow.io.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The page a command writes.
 *
 * @param option that names it on the command line
 * @param path as it was given, null where none is wanted
 */
public record ReportFile(String option, @Nullable Path path) {
  /** Says before a long run, not after it, that it could not be written. */
  public void requireWritable() {
    if (path == null) {
      return;
    }
    if (Files.isDirectory(path)) {
      throw CommandException.badInput(
          option + " '" + path + "' is a folder", "Maybe add a name, such as report.html.");
    }
    WritableFolder.require(option + " '" + path + "'", path.toAbsolutePath().getParent());
  }

  /** Writes the page where one is wanted. */
  public void write(Supplier<String> page) {
    if (path == null) {
      return;
    }
    try {
      WholeFile.write(path, page.get());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "the report could not be written to '" + path + "': " + e.getMessage(),
          "Maybe the disk is full, or its folder was removed meanwhile.");
    }
  }

  /** Where it is; nothing where none is wanted. */
  public List<String> names() {
    return path == null ? List.of() : List.of("Report    " + path);
  }
}
