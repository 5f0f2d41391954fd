package io.evenflow.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says before a long run, not after it, that nothing could be written. */
final class WritableFolder {
  private WritableFolder() {}

  /**
   * A folder that is not there will be made, so the nearest one above it must be writable.
   *
   * @param option how errors name what was asked for
   * @param folder absolute path
   */
  static void require(String option, @Nullable Path folder) {
    Path existing = folder;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw CommandException.badInput(
          option + ": '" + existing + "' is not a folder",
          "Maybe a file of that name is in the way.");
    }
    if (!Files.isWritable(existing)) {
      throw CommandException.badInput(
          option + ": nothing may be written into '" + existing + "'",
          "Maybe choose another folder.");
    }
  }
}
