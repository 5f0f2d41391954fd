package io.evenflow.solver;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder for the libraries of one process. A process that is killed cannot remove its
 * folder, and no process can on Windows, where a loaded library stays open to the end; so each
 * removes at its start what others left.
 *
 * <p>A folder is in use as long as the file in it is locked, which the operating system sees to
 * until the process is gone. Only the process that made a folder makes that file, once; who removes
 * a folder holds the lock meanwhile and removes the file last. So of a process that makes its
 * folder and one that removes it at the same moment, one fails to get the lock, or the first finds
 * its file gone, and takes another folder.
 */
final class LibraryFolder {
  private static final String PREFIX = "evenflow-libraries-";
  private static final String IN_USE = "in-use";
  private static final int ATTEMPTS = 100;

  /** Open to the end of the process: closing a file also ends locks on it. */
  private static final List<FileChannel> OPEN = new CopyOnWriteArrayList<>();

  private static @Nullable Path ours;

  private LibraryFolder() {}

  /** The folder of this process; abandoned ones are removed in the background. */
  static synchronized Path path() throws IOException {
    Path path = ours;
    if (path == null) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      Path made = make(temporary);
      // A temporary folder of 100,000 files takes a tenth of a second to go through.
      Thread.ofPlatform().daemon().name("abandoned").start(() -> removeAbandoned(temporary, made));
      path = made;
      ours = made;
    }
    return path;
  }

  /** Makes a folder in use. */
  static synchronized Path make(Path temporary) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Path folder = Files.createTempDirectory(temporary, PREFIX);
      if (isTaken(folder)) {
        folder.toFile().deleteOnExit();
        folder.resolve(IN_USE).toFile().deleteOnExit();
        return folder;
      }
    }
    throw new IOException("no folder for libraries stays in '" + temporary + "'");
  }

  private static boolean isTaken(Path folder) throws IOException {
    Path file = folder.resolve(IN_USE);
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (NoSuchFileException removed) {
      return false;
    }
    OPEN.add(channel);
    try {
      return channel.tryLock() != null && Files.exists(file);
    } catch (IOException noLocks) {
      return true; // Nobody can get the lock there, so nobody removes the folder.
    }
  }

  /** What cannot be removed now is left to a later start; no start waits or fails for it. */
  static void removeAbandoned(Path temporary, Path own) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(temporary)) {
      UserPrincipal user = Files.getOwner(own);
      for (Path file : files) {
        if (file.getFileName().toString().startsWith(PREFIX) && !file.equals(own)) {
          removeIfAbandoned(file, user);
        }
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      // Who may write a folder may not be allowed to list it.
    }
  }

  private static void removeIfAbandoned(Path folder, UserPrincipal user) {
    try {
      boolean isOurs =
          Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
              && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
      if (isOurs && isEmptied(folder)) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException inUse) {
      // Removed by another start meanwhile, or the system does not let go of a file yet.
    }
  }

  /** Whether nothing is left in a folder that nobody uses. */
  private static boolean isEmptied(Path folder) throws IOException {
    Path file = folder.resolve(IN_USE);
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException beingMadeOrRemoved) {
      return true; // Deleting the folder fails unless it is empty.
    }
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      OPEN.add(channel);
      return false;
    }
    try (channel) {
      if (lock == null) {
        return false;
      }
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path each : files) {
          if (!each.equals(file)) {
            Files.delete(each);
          }
        }
      }
      Files.delete(file);
      return true;
    }
  }
}
