package io.evenflow.cli;

import io.evenflow.io.ResultWriter;
import io.evenflow.io.ScheduleWriter;
import io.evenflow.scenario.Dispatch;
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
  private Path resultFile() {
    return path.resolve("result.json");
  }

  private Path scheduleFile() {
    return path.resolve("schedule.csv");
  }

  /** Says before a long run, not after it, that nothing could be written. */
  void requireWritable() {
    WritableFolder.require("--output '" + path + "'", path.toAbsolutePath());
  }

  /** Writes both files of a result that has a schedule. */
  void write(Scenario scenario, Result result) {
    Dispatch dispatch = result.dispatch();
    if (dispatch == null) {
      throw new IllegalArgumentException("no schedule to write");
    }
    try {
      ScheduleWriter.write(scenario, dispatch, scheduleFile());
      ResultWriter.write(scenario, result, resultFile());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILURE,
          "the result could not be written into '" + path + "': " + e.getMessage(),
          "Maybe the disk is full, or the folder was removed meanwhile.");
    }
  }

  /** Where the files are. */
  List<String> names() {
    return List.of("Files     " + resultFile() + ", " + scheduleFile());
  }
}
