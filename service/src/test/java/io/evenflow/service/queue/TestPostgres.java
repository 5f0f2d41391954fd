package io.evenflow.service.queue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL of the test's own, out of a jar. */
public final class TestPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;

  private TestPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Started; a test is left out where this machine has no PostgreSQL that the jars know. */
  public static TestPostgres started() {
    try {
      return new TestPostgres(EmbeddedPostgres.builder().start());
    } catch (IOException | IllegalStateException problem) {
      boolean isAutomated = System.getenv("CI") != null;
      if (isAutomated) {
        throw new IllegalStateException("PostgreSQL must start where tests are automated", problem);
      }
      Assumptions.abort("PostgreSQL does not start on this machine: " + problem);
      throw new IllegalStateException(problem);
    }
  }

  /** Of its database. */
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
