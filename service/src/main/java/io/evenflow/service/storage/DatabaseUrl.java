package io.evenflow.service.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * Where a database is.
 *
 * @param text a JDBC URL that begins {@code jdbc:sqlite:} or {@code jdbc:postgresql:}
 */
public record DatabaseUrl(String text) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final int CONNECTIONS = 8;

  /** How long a request waits for a connection. Unit: ms */
  private static final int WAIT = 10_000;

  /** The file of a folder. */
  public static DatabaseUrl in(Path folder) {
    return new DatabaseUrl(SQLITE + folder.resolve("evenflow.db"));
  }

  public boolean isSqlite() {
    return text.startsWith(SQLITE);
  }

  /** Its file, where it has one. */
  public Optional<Path> file() {
    return isSqlite()
        ? Optional.of(Path.of(toString().substring(SQLITE.length())))
        : Optional.empty();
  }

  /** Whether it is of a database this program knows. */
  public boolean isKnown() {
    return isSqlite() || text.startsWith(POSTGRESQL);
  }

  /** Without what may be a password. */
  @Override
  public String toString() {
    int options = text.indexOf('?');
    return options < 0 ? text : text.substring(0, options);
  }

  DataSource connect() {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("evenflow");
    pool.setJdbcUrl(text);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(WAIT);
    if (isSqlite()) {
      pool.setDataSourceProperties(sqlite());
    } else {
      // A server may be set up to answer before the disk has it; that would not be accepted.
      pool.setConnectionInitSql("SET synchronous_commit = on");
    }
    try {
      return new HikariDataSource(pool);
    } catch (PoolInitializationException problem) {
      throw new StorageException("the database cannot be reached", problem);
    }
  }

  /** What makes SQLite durable and its writers wait for each other. */
  public static Properties sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(WAIT);
    config.enforceForeignKeys(true);
    return config.toProperties();
  }
}
