package io.evenflow.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * While open, no other thread and no other process has this lock of a folder. The operating system
 * keeps it, so that a process that dies, however it dies, holds it no longer; the empty file it is
 * kept on stays.
 */
public final class FolderLock implements AutoCloseable {
  private static final String NAME = ".evenflow.lock";

  /** The operating system keeps processes apart; threads of this one are kept apart by this set. */
  private static final Set<Path> HELD_HERE = new HashSet<>();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Waits for the lock of a folder, which is made where it is missing. */
  static FolderLock of(Path path) throws IOException {
    Path folder = Files.createDirectories(path).toRealPath();
    synchronized (HELD_HERE) {
      while (!HELD_HERE.add(folder)) {
        await();
      }
    }
    FolderLock lock = locked(folder, true);
    if (lock == null) {
      throw new IllegalStateException("waiting for a lock ended without it");
    }
    return lock;
  }

  /** The lock of a folder, which is made where it is missing, or null where another has it. */
  public static @Nullable FolderLock tryOf(Path path) throws IOException {
    Path folder = Files.createDirectories(path).toRealPath();
    synchronized (HELD_HERE) {
      if (!HELD_HERE.add(folder)) {
        return null;
      }
    }
    return locked(folder, false);
  }

  private static void await() throws InterruptedIOException {
    try {
      HELD_HERE.wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another thread writes there");
    }
  }

  /** Null, and no longer held here, where another process has it and that is not waited for. */
  private static @Nullable FolderLock locked(Path folder, boolean waits) throws IOException {
    FolderLock lock = null;
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock held = waits ? channel.lock() : channel.tryLock();
      lock = held == null ? null : new FolderLock(folder, channel);
      return lock;
    } finally {
      if (lock == null) {
        release(folder, channel);
      }
    }
  }

  private static void release(Path folder, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      synchronized (HELD_HERE) {
        HELD_HERE.remove(folder);
        HELD_HERE.notifyAll();
      }
    }
  }

  @Override
  public void close() throws IOException {
    release(folder, channel);
  }
}
