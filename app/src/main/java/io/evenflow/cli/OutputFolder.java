package io.evenflow.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where {@code solve} puts its files. */
final class OutputFolder {
  private OutputFolder() {}

  /** Says before a long run, not after it, that nothing could be written. */
  static void requireWritable(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing)) {
      throw CommandException.badInput(
          "--output '" + folder + "': '" + existing + "' is not a folder",
          "Maybe a file of that name is in the way.");
    }
    if (!Files.isWritable(existing)) {
      throw CommandException.badInput(
          "--output '" + folder + "': nothing may be written into '" + existing + "'",
          "Maybe choose another folder.");
    }
  }
}
