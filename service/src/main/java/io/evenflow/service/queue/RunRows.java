package io.evenflow.service.queue;

import io.evenflow.run.Fair;
import io.evenflow.service.queue.Run.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of the database as records. */
final class RunRows {
  private RunRows() {}

  static Run run(ResultSet row) throws SQLException {
    String sentence = row.getString("sentence");
    return new Run(
        row.getString("id"),
        row.getLong("number"),
        status(row),
        row.getString("scenario"),
        new Asked(
            row.getString("method"),
            row.getDouble("relative_gap"),
            row.getDouble("time_limit_seconds"),
            Fair.of(row.getString("fair"))),
        Instant.ofEpochMilli(row.getLong("accepted_at")),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getInt("attempt"),
        row.getInt("cancel") == 1,
        progress(row),
        row.getString("outcome"),
        sentence == null ? null : new Why(sentence, row.getString("maybe")));
  }

  static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("number"), Instant.ofEpochMilli(row.getLong("at")), status(row), progress(row));
  }

  private static RunStatus status(ResultSet row) throws SQLException {
    String word = row.getString("status");
    return RunStatus.of(word).orElseThrow(() -> new SQLException("no status: " + word));
  }

  private static RunProgress progress(ResultSet row) throws SQLException {
    return new RunProgress(row.getString("stage"), number(row, "objective"), number(row, "bound"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(value);
  }
}
