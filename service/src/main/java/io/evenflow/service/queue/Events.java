package io.evenflow.service.queue;

import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What happened to runs, in order. */
public final class Events {
  private final Database database;

  public Events(Database database) {
    this.database = database;
  }

  /** Those of a run after a number, at most so many. */
  public List<Event> after(String run, long number, int most) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT * FROM events WHERE run = ? AND number > ? ORDER BY number LIMIT ?",
                RunRows::event,
                run,
                number,
                most));
  }

  /** Writes down, within a transaction that changed a run, what became of it. */
  static void record(Connection connection, String run, long atMillis) throws SQLException {
    Sql.update(
        connection,
        """
        INSERT INTO events (run, number, at, status, stage, objective, bound)
        SELECT id, (SELECT COALESCE(MAX(number), 0) + 1 FROM events WHERE run = ?), ?,
               status, stage, objective, bound
        FROM runs WHERE id = ?""",
        run,
        atMillis,
        run);
  }
}
