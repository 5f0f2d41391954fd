package io.evenflow.service.queue;

import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The large texts of runs. */
public final class Documents {
  private final Database database;

  public Documents(Database database) {
    this.database = database;
  }

  /** The text, where there is such a run and it has one. */
  public Optional<String> find(String run, Document document) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "SELECT body FROM documents WHERE run = ? AND kind = ?",
                row -> row.getString(1),
                run,
                document.word()));
  }

  static void insert(Connection connection, String run, Document document, String text)
      throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO documents (run, kind, body) VALUES (?, ?, ?)",
        run,
        document.word(),
        text);
  }
}
