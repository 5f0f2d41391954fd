package io.evenflow.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {
  @TempDir private Path temporary = Path.of("");

  /** Unpacks into a folder, says "ready", and at the next line whether all of it is still there. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      Path folder = start(Path.of(arguments[0]));
      for (int i = 0; i < 20; i++) {
        Files.writeString(folder.resolve("lib" + i + ".so"), "library");
      }
      System.out.println("ready");
      System.out.flush();
      while (System.in.read() == '\n') {
        try (var files = Files.list(folder)) {
          System.out.println(files.count() + " files");
          System.out.flush();
        }
      }
    }
  }

  private static Path start(Path temporary) throws IOException {
    Path own = LibraryFolder.make(temporary);
    LibraryFolder.removeAbandoned(temporary, own);
    return own;
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx100m",
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            temporary.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void awaitReady(Process process) throws IOException {
    assertThat(process.inputReader().readLine()).isEqualTo("ready");
  }

  private static void assertWhole(Process process) throws IOException {
    process.outputWriter().write("\n");
    process.outputWriter().flush();
    assertThat(process.inputReader().readLine()).isEqualTo("21 files");
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private long folders() throws IOException {
    try (var folders = Files.list(temporary)) {
      return folders.count();
    }
  }

  @Test
  void aFolderIsRemovedOnceItsProcessWasKilledAndNotBefore()
      throws IOException, InterruptedException {
    Process running = holder();
    Process killed = holder();
    try {
      awaitReady(running);
      awaitReady(killed);
      Path first = start(temporary);
      assertThat(folders()).isEqualTo(3);
      kill(killed);
      Path second = start(temporary);
      assertThat(folders()).isEqualTo(3);
      assertWhole(running);
      // This process's own are in use, too.
      assertThat(first).isNotEmptyDirectory();
      assertThat(second).isNotEmptyDirectory();
    } finally {
      kill(running);
    }
  }

  @Test
  void processesThatStartAtOnceKeepTheirFolders() throws IOException, InterruptedException {
    for (int round = 0; round < 3; round++) {
      List<Process> all = new ArrayList<>();
      try {
        for (int i = 0; i < 6; i++) {
          all.add(holder());
        }
        for (Process process : all) {
          awaitReady(process);
        }
        for (Process process : all) {
          assertWhole(process);
        }
        // All folders of the round before are gone.
        assertThat(folders()).isEqualTo(6);
      } finally {
        for (Process process : all) {
          kill(process);
        }
      }
    }
  }

  @Test
  void aFolderThatWasNeverTakenIsRemoved() throws IOException {
    Files.createDirectory(temporary.resolve("evenflow-libraries-1"));
    Path own = start(temporary);
    try (var folders = Files.list(temporary)) {
      assertThat(folders).containsExactly(own);
    }
  }

  @Test
  void whatIsNotOursStays() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("in-use"), "");
    Files.writeString(elsewhere.resolve("precious"), "");
    Files.createSymbolicLink(temporary.resolve("evenflow-libraries-link"), elsewhere);
    Path file = Files.writeString(temporary.resolve("evenflow-libraries-file"), "");
    Path unknown = Files.createDirectory(temporary.resolve("evenflow-libraries-unknown"));
    Files.writeString(unknown.resolve("no lock beside it"), "");
    start(temporary);
    assertThat(elsewhere.resolve("precious")).exists();
    assertThat(file).exists();
    assertThat(unknown).isNotEmptyDirectory();
  }

  /** Only the superuser can give a folder away, and only the superuser could remove it then. */
  @Test
  void anotherUsersFolderStays() throws IOException {
    Path theirs = Files.createDirectory(temporary.resolve("evenflow-libraries-theirs"));
    Files.writeString(theirs.resolve("in-use"), "");
    assumeTrue(couldGiveAway(theirs));
    start(temporary);
    assertThat(theirs).isNotEmptyDirectory();
  }

  private static boolean couldGiveAway(Path folder) {
    try {
      UserPrincipal nobody =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(folder, nobody);
      return true;
    } catch (FileSystemException notAllowed) {
      return false;
    } catch (IOException noSuchUser) {
      return false;
    }
  }
}
