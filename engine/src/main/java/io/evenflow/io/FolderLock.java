package io.evenflow.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * While open, no other thread and no other process has this lock of a folder. The operating system
 * keeps it, so that a process that dies, however it dies, holds it no longer; the empty file it is
 * kept on stays. Others wait.
 */
final class FolderLock implements AutoCloseable {
  private static final String NAME = ".evenflow.lock";

  /** What the operating system keeps apart are processes, not the threads of one. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock of a folder, which is made where it is missing. */
  static FolderLock of(Path folder) throws IOException {
    Files.createDirectories(folder);
    IN_THIS_PROCESS.lock();
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        return new FolderLock(channel);
      } catch (IOException noLocks) {
        channel.close();
        throw noLocks;
      }
    } catch (IOException | RuntimeException | Error problem) {
      IN_THIS_PROCESS.unlock();
      throw problem;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
