package io.evenflow.service.queue;

import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What those who ask do with runs: submit, look, cancel, delete. */
public final class Runs {
  private final Database database;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final int capacity;

  /**
   * @param ids never gives the same twice
   * @param capacity most runs that wait; at least 1
   */
  public Runs(Database database, InstantSource clock, Supplier<String> ids, int capacity) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.capacity = capacity;
  }

  /**
   * What became of a submission.
   *
   * @param run the run, also where an earlier submission with the same key made it
   * @param isNew whether this submission made it
   */
  public record Accepted(Run run, boolean isNew) {}

  /** As many wait already as may. */
  public static final class QueueFull extends Exception {}

  /** The key was used for something else. */
  public static final class KeyReused extends Exception {}

  private sealed interface Answer permits Taken, Full, Reused {}

  private record Taken(Accepted accepted) implements Answer {}

  private record Full() implements Answer {}

  private record Reused() implements Answer {}

  /**
   * Puts a run into the queue; when this returns it is on disk.
   *
   * @throws QueueFull where the queue's bound is reached
   * @throws KeyReused where the key stands for another submission
   */
  public Accepted submit(Submission submission) throws QueueFull, KeyReused {
    return switch (database.write(connection -> answer(connection, submission))) {
      case Taken taken -> taken.accepted();
      case Full full -> throw new QueueFull();
      case Reused reused -> throw new KeyReused();
    };
  }

  private Answer answer(Connection connection, Submission submission) throws SQLException {
    // Locks the row first: whoever submits elsewhere waits here.
    Sql.update(connection, "UPDATE gate SET accepted = accepted + 1 WHERE id = 1");
    if (submission.key() != null) {
      Optional<String> digest =
          Sql.first(
              connection,
              "SELECT digest FROM runs WHERE idempotency_key = ?",
              row -> row.getString(1),
              submission.key());
      if (digest.isPresent()) {
        return submission.digests().contains(digest.get())
            ? new Taken(new Accepted(ofKey(connection, submission.key()), false))
            : new Reused();
      }
    }
    if (waiting(connection) >= capacity) {
      return new Full();
    }
    return new Taken(new Accepted(insert(connection, submission), true));
  }

  private static Run ofKey(Connection connection, String key) throws SQLException {
    return Sql.list(connection, "SELECT * FROM runs WHERE idempotency_key = ?", RunRows::run, key)
        .getFirst();
  }

  private Run insert(Connection connection, Submission submission) throws SQLException {
    String id = ids.get();
    long now = clock.millis();
    Sql.update(
        connection,
        """
        INSERT INTO runs (id, number, status, scenario, method, relative_gap, time_limit_seconds,
                          fair, accepted_at, attempt, cancel, idempotency_key, digest)
        SELECT ?, accepted, 'queued', ?, ?, ?, ?, ?, ?, 0, 0, ?, ? FROM gate WHERE id = 1""",
        id,
        submission.scenario(),
        submission.asked().method(),
        submission.asked().gap(),
        submission.asked().timeLimitSeconds(),
        submission.asked().fair().word(),
        now,
        submission.key(),
        submission.digests().getFirst());
    Documents.insert(connection, id, Document.SCENARIO, submission.text());
    Events.record(connection, id, now);
    return required(connection, id);
  }

  static Run required(Connection connection, String id) throws SQLException {
    return found(connection, id).orElseThrow(() -> new SQLException("no run " + id));
  }

  private static Optional<Run> found(Connection connection, String id) throws SQLException {
    return Sql.first(connection, "SELECT * FROM runs WHERE id = ?", RunRows::run, id);
  }

  /** The run of an id. */
  public Optional<Run> find(String id) {
    return database.read(connection -> found(connection, id));
  }

  /**
   * Runs, the newest first.
   *
   * @param status only these, null for all
   * @param scenario only of the scenario of this name, null for all
   * @param before only those with a smaller number
   * @param most how many at most
   */
  public List<Run> list(
      @Nullable RunStatus status, @Nullable String scenario, long before, int most) {
    StringBuilder sql = new StringBuilder("SELECT * FROM runs WHERE number < ?");
    List<Object> values = new ArrayList<>(List.of(before));
    if (status != null) {
      sql.append(" AND status = ?");
      values.add(status.word());
    }
    if (scenario != null) {
      sql.append(" AND scenario = ?");
      values.add(scenario);
    }
    sql.append(" ORDER BY number DESC LIMIT ?");
    values.add(most);
    return database.read(
        connection -> Sql.list(connection, sql.toString(), RunRows::run, values.toArray()));
  }

  /** How many wait. */
  public long waiting() {
    return database.read(Runs::waiting);
  }

  private static long waiting(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT COUNT(*) FROM runs WHERE status = 'queued'");
  }

  /** What {@link #end} did. */
  public enum Ending {
    /** It waited and is cancelled. */
    CANCELLED,
    /** It runs and was asked to end. */
    ASKED,
    /** It had ended and is gone, with its texts and events. */
    DELETED,
    /** It had ended and stays. */
    KEPT,
    /** There is no such run. */
    UNKNOWN
  }

  /** Cancels a run that has not ended, deletes one that has. */
  public Ending end(String id) {
    return end(id, "DELETE FROM runs WHERE id = ?", Ending.DELETED);
  }

  /** Cancels a run that has not ended; one that has stays, whoever thought that it still runs. */
  public Ending cancel(String id) {
    return end(id, "UPDATE runs SET cancel = cancel WHERE id = ?", Ending.KEPT);
  }

  private Ending end(String id, String whereItHasEnded, Ending then) {
    return database.write(
        connection -> {
          long now = clock.millis();
          if (Sql.update(
                  connection,
                  "UPDATE runs SET status = 'cancelled', cancel = 1, finished_at = ?"
                      + " WHERE id = ? AND status = 'queued'",
                  now,
                  id)
              == 1) {
            Events.record(connection, id, now);
            return Ending.CANCELLED;
          }
          if (Sql.update(
                  connection, "UPDATE runs SET cancel = 1 WHERE id = ? AND status = 'running'", id)
              == 1) {
            return Ending.ASKED;
          }
          return Sql.update(connection, whereItHasEnded, id) == 1 ? then : Ending.UNKNOWN;
        });
  }
}
