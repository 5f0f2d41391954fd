package io.evenflow.service.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A database whose transactions are durable: what {@link #write} returned has been forced to disk.
 * SQLite keeps a write-ahead log with {@code synchronous=FULL}, PostgreSQL does by default.
 */
public final class Database implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:io/evenflow/service/storage/migrations";
  private final DataSource connections;
  private final boolean hasOneWriter;

  // SQLite's own waiting for the one writer is unfair and sleeps; a queue in front of it does not.
  private final ReentrantLock writer = new ReentrantLock(true);

  private Database(DataSource connections, boolean hasOneWriter) {
    this.connections = connections;
    this.hasOneWriter = hasOneWriter;
  }

  /**
   * Opens a database and brings its tables to this program's version.
   *
   * @throws StorageException where it cannot be reached or is of a newer program
   */
  public static Database open(DatabaseUrl url) {
    return migrated(url.connect(), url.isSqlite());
  }

  /** As {@link #open}, over connections of whoever calls; they are closed with it. */
  public static Database migrated(DataSource connections, boolean isSqlite) {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(connections)
          .locations(MIGRATIONS)
          .load()
          .migrate();
    } catch (FlywayException problem) {
      throw new StorageException("the database could not be brought up to date", problem);
    }
    return new Database(connections, isSqlite);
  }

  /** Something that is done within a transaction. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Does all of it or nothing; when this returns it is on disk. */
  public <T> T write(Work<T> work) {
    if (!hasOneWriter) {
      return transaction(work);
    }
    writer.lock();
    try {
      return transaction(work);
    } finally {
      writer.unlock();
    }
  }

  private <T> T transaction(Work<T> work) {
    try (Connection connection = connections.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T value = work.on(connection);
        connection.commit();
        return value;
      } catch (Throwable problem) {
        connection.rollback();
        throw problem;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException problem) {
      throw new StorageException("the database did not take a change", problem);
    }
  }

  /** Reads; each statement sees what was there when it began. */
  public <T> T read(Work<T> work) {
    try (Connection connection = connections.getConnection()) {
      return work.on(connection);
    } catch (SQLException problem) {
      throw new StorageException("the database did not answer", problem);
    }
  }

  /** What a query that takes one row of many adds, so that takers pass over each other's. */
  public String skipLocked() {
    return hasOneWriter ? "" : " FOR UPDATE SKIP LOCKED";
  }

  /** Whether other processes may work on the same database. */
  public boolean isShared() {
    return !hasOneWriter;
  }

  @Override
  public void close() {
    if (connections instanceof HikariDataSource pool) {
      pool.close();
    }
  }
}
