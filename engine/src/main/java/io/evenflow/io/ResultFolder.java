package io.evenflow.io;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run: {@code result.json}, always, and {@code schedule.csv} where there is a
 * schedule. Two files cannot be renamed at once, so their order makes them a pair: <b>a
 * schedule.csv counts only beside a result.json</b>, and is then of the same run.
 *
 * <ol>
 *   <li>Both new files are written under other names and forced to disk.
 *   <li>The older result.json is deleted: no schedule.csv counts any more.
 *   <li>The new schedule.csv is renamed into place; without a schedule the older one is deleted.
 *   <li>The new result.json is renamed into place: the new pair counts.
 * </ol>
 *
 * Where a step fails the older files are deleted too: nobody shall take them for this run's. A run
 * that is killed in between leaves no result.json; one that is killed before, the older pair. A
 * reader that must not meet a change of runs reads result.json, then schedule.csv, then result.json
 * again, and begins anew where that is missing or is not the same. Runs into one folder go through
 * these steps one after the other, by {@link FolderLock}; the last one's pair stays.
 */
public final class ResultFolder {
  /** The file of status, costs, powers and what was checked. */
  public static final String RESULT = "result.json";

  /** The file of powers by session and period. */
  public static final String SCHEDULE = "schedule.csv";

  private static final String DRAFT = ".part";

  private ResultFolder() {}

  /**
   * Writes the files of a run in place of older ones.
   *
   * @param folder made where it is missing
   * @throws IOException where they could not be written; then there is no result.json
   */
  public static void write(Scenario scenario, Result result, Path folder) throws IOException {
    String text = ResultWriter.text(scenario, result);
    Dispatch dispatch = result.dispatch();
    String table = dispatch == null ? null : ScheduleWriter.text(scenario, dispatch);
    try (FolderLock lock = FolderLock.of(folder)) {
      try {
        removeDrafts(folder);
        replace(folder, text, table);
      } catch (IOException problem) {
        remove(folder, problem);
        throw problem;
      }
    }
  }

  private static void replace(Path folder, String text, @Nullable String table) throws IOException {
    Path result = folder.resolve(RESULT);
    Path schedule = folder.resolve(SCHEDULE);
    Path newResult = draft(result);
    Path newSchedule = draft(schedule);
    try {
      WholeFile.force(newResult, text);
      if (table == null) {
        Files.deleteIfExists(result);
        Files.deleteIfExists(schedule);
      } else {
        WholeFile.force(newSchedule, table);
        Files.deleteIfExists(result);
        WholeFile.move(newSchedule, schedule);
      }
      WholeFile.move(newResult, result);
    } finally {
      Files.deleteIfExists(newResult);
      Files.deleteIfExists(newSchedule);
    }
  }

  private static void remove(Path folder, IOException why) {
    try {
      Files.deleteIfExists(folder.resolve(RESULT));
      Files.deleteIfExists(folder.resolve(SCHEDULE));
    } catch (IOException problem) {
      why.addSuppressed(problem);
    }
  }

  private static Path draft(Path target) {
    return target.resolveSibling("." + target.getFileName() + DRAFT);
  }

  /** Who holds the lock has no draft yet, so these are of runs that were killed. */
  private static void removeDrafts(Path folder) throws IOException {
    try (DirectoryStream<Path> drafts =
        Files.newDirectoryStream(folder, ".{" + RESULT + "," + SCHEDULE + "}*" + DRAFT)) {
      for (Path draft : drafts) {
        Files.delete(draft);
      }
    }
  }
}
