package io.evenflow.cli;

import io.evenflow.io.ResultFolder;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where {@code solve} puts its files.
 *
 * @param path the folder, as it was given
 */
record OutputFolder(Path path) {
  /** Of a terminal. */
  private static final int WIDTH = 80;

  private static final int LABEL = 10;

  /** Says before a long run, not after it, that nothing could be written. */
  void requireWritable() {
    WritableFolder.require("--output '" + path + "'", path.toAbsolutePath());
  }

  /** Writes what a run found in place of an older run's files: the status always. */
  void write(Scenario scenario, Result result) {
    try {
      ResultFolder.write(scenario, result, path);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "the result could not be written into '" + path + "': " + e.getMessage(),
          "Maybe the disk is full, or another program has result.json or schedule.csv open.");
    }
  }

  /** Where the files are. */
  List<String> names(Result result) {
    Path file = path.resolve(ResultFolder.RESULT);
    if (result.dispatch() == null) {
      return List.of("File      " + file);
    }
    String both = "Files     " + file + ", ";
    String schedule = path.resolve(ResultFolder.SCHEDULE).toString();
    // A path is never broken, so that it can be copied.
    return both.length() + schedule.length() <= WIDTH
        ? List.of(both + schedule)
        : List.of(both.strip(), " ".repeat(LABEL) + schedule);
  }
}
