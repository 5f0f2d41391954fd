package io.evenflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference data that lies beside a checkout, not in it: the system property {@code
 * evenflow.shared}, the environment variable {@code EVENFLOW_SHARED}, or the folder {@code shared}
 * beside the repository. Tests that need it are skipped where there is none.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file or folder below the shared folder; skips the test where there is no shared folder. */
  public static Path path(String relative) {
    Optional<Path> folder = find();
    Assumptions.assumeTrue(folder.isPresent(), "skipped: no folder 'shared' beside the repository");
    return folder.orElseThrow().resolve(relative);
  }

  /** The names of all cases there, sorted; a single empty name where there is no shared folder. */
  public static Stream<String> cases() {
    Optional<Path> folder = find();
    if (folder.isEmpty()) {
      return Stream.of("");
    }
    try (Stream<Path> files = Files.list(folder.get().resolve("cases"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".m"))
          .map(name -> name.substring(0, name.length() - 2))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find() {
    return Stream.of(
            named(System.getProperty("evenflow.shared")),
            named(System.getenv("EVENFLOW_SHARED")),
            besideRepository())
        .flatMap(Optional::stream)
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<Path> named(@Nullable String folder) {
    return Optional.ofNullable(folder).filter(name -> !name.isBlank()).map(Path::of);
  }

  private static Optional<Path> besideRepository() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return Optional.of(folder.resolveSibling("shared"));
      }
    }
    return Optional.empty();
  }
}
