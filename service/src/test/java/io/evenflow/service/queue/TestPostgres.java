package io.evenflow.service.queue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Databases of a real PostgreSQL out of a jar, which starts once and ends with the tests. */
public final class TestPostgres {
  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  private TestPostgres() {}

  /**
   * Address of a new, empty database; a test is left out where this machine has no PostgreSQL that
   * the jars know.
   */
  public static synchronized String database() throws SQLException {
    EmbeddedPostgres running = server == null ? started() : server;
    server = running;
    String name = "test" + ++databases;
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return running.getJdbcUrl("postgres", name);
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IOException | IllegalStateException problem) {
      boolean isAutomated = System.getenv("CI") != null;
      if (isAutomated) {
        throw new IllegalStateException("PostgreSQL must start where tests are automated", problem);
      }
      Assumptions.abort("PostgreSQL does not start on this machine: " + problem);
      throw new IllegalStateException(problem);
    }
  }
}
