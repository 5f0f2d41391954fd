package io.evenflow.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.DatabaseUrl;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRunsTest extends RunsContract {
  @TempDir private static @Nullable Path folder;
  private static @Nullable Database database;

  @BeforeAll
  static void open() {
    database = Database.open(DatabaseUrl.in(Objects.requireNonNull(folder)));
  }

  @AfterAll
  static void close() {
    Objects.requireNonNull(database).close();
  }

  @Override
  Database database() {
    return Objects.requireNonNull(database);
  }

  /** 2 is FULL: every commit is forced to disk before it returns. */
  @Test
  void commitsAreForcedToDisk() {
    String settings =
        database()
            .read(
                connection -> {
                  try (var statement = connection.createStatement();
                      var forced = statement.executeQuery("PRAGMA synchronous")) {
                    String level = forced.getString(1);
                    try (var mode = statement.executeQuery("PRAGMA journal_mode")) {
                      return level + " " + mode.getString(1);
                    }
                  }
                });
    assertThat(settings).isEqualTo("2 wal");
  }
}
