package io.evenflow.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Raw rows of a benchmark: appended to a CSV file as they come, and printed. */
final class Rows {
  private final Path file;

  /** Begins the file with the names of its columns where there is none yet. */
  Rows(Path file, String... columns) {
    this.file = file;
    if (!Files.exists(file)) {
      append(String.join(",", columns));
    }
  }

  void add(@Nullable Object... values) {
    append(Arrays.stream(values).map(Rows::text).collect(Collectors.joining(",")));
  }

  private static String text(@Nullable Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.10g", number)
        : String.valueOf(value);
  }

  private void append(String line) {
    System.out.println(line);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
