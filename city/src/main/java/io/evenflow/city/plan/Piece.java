package io.evenflow.city.plan;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A part of a stage that one worker solves, and the file its outcome is kept in. The file appears
 * whole or not at all, whoever is killed meanwhile; whoever solves the piece a second time writes
 * the same.
 */
public interface Piece extends Serializable {
  /** Where the outcome is kept, in a folder that every worker sees. */
  String file();

  /** Solves it and keeps the outcome. */
  void solve() throws IOException;

  /** Whether its outcome is there. */
  default boolean isDone() {
    return Files.exists(Path.of(file()));
  }

  /** Writes its file: some objects, one after the other. */
  default void write(Object... objects) throws IOException {
    Path target = Path.of(file());
    // Two workers may have the same piece, where the first was believed to be dead.
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
              FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          ObjectOutputStream out =
              new ObjectOutputStream(
                  new GZIPOutputStream(
                      new BufferedOutputStream(Channels.newOutputStream(channel))))) {
        for (Object object : objects) {
          out.writeObject(object);
        }
        out.flush();
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * One of the objects of a file.
   *
   * @param place counted from 0
   */
  static Object read(Path file, int place) throws IOException {
    try (ObjectInputStream in =
        new ObjectInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
      Object object = in.readObject();
      for (int i = 0; i < place; i++) {
        object = in.readObject();
      }
      return object;
    } catch (ClassNotFoundException e) {
      throw new IOException(file + " was written by another version", e);
    }
  }
}
