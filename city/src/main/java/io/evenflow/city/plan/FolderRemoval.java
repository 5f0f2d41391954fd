package io.evenflow.city.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The end of a folder and all that is in it. */
public final class FolderRemoval {
  private FolderRemoval() {}

  /** Removes a folder, or nothing where it is not there. */
  public static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> paths;
      try (Stream<Path> all = Files.walk(folder)) {
        paths = all.toList();
      }
      for (Path path : paths.reversed()) {
        Files.delete(path);
      }
    }
  }
}
