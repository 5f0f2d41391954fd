package io.evenflow.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that appear whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes beside the target, forces it to disk and renames it, so that neither a reader nor a
   * crash ever sees half a file. Missing folders are made.
   */
  public static void write(Path path, String text) throws IOException {
    Path target = path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(path + " is no file");
    }
    Files.createDirectories(folder);
    // Not a temporary file by the library: those can be read by their owner only.
    long process = ProcessHandle.current().pid();
    Path draft = folder.resolve("." + target.getFileName() + "." + process + ".part");
    try {
      force(draft, text);
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  static void force(Path draft, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException networkFolder) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
