package io.evenflow.service.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.DatabaseUrl;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresRunsTest extends RunsContract {
  private static @Nullable Database database;

  @BeforeAll
  static void open() throws SQLException {
    database = Database.open(new DatabaseUrl(TestPostgres.database()));
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
    }
  }

  @Override
  Database database() {
    return Objects.requireNonNull(database);
  }

  @Test
  void commitsAreForcedToDisk() {
    String forced =
        database()
            .read(
                connection -> {
                  try (var statement = connection.createStatement();
                      var row = statement.executeQuery("SHOW synchronous_commit")) {
                    row.next();
                    return row.getString(1);
                  }
                });
    assertThat(forced).isEqualTo("on");
  }
}
