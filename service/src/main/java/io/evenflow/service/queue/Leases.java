package io.evenflow.service.queue;

import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What those who solve do with runs: take one, keep it, end it. A run is written about only by whom
 * its lease names and only in the attempt of that lease, so that one that was given up, came back
 * and is solved by another cannot be ended twice.
 */
public final class Leases {
  /** A run whose process ends this often ends others with it. */
  public static final int MOST_ATTEMPTS = 8;

  private static final String HELD = " WHERE id = ? AND lease_owner = ? AND attempt = ?";
  private final Database database;
  private final InstantSource clock;
  private final Duration term;

  /**
   * @param term how long a lease holds unless it is renewed
   */
  public Leases(Database database, InstantSource clock, Duration term) {
    this.database = database;
    this.clock = clock;
    this.term = term;
  }

  /**
   * A run to solve.
   *
   * @param text the scenario's JSON
   */
  public record Claim(Lease lease, Run run, String text) {}

  /** Takes the run that waits longest, where one waits. */
  public Optional<Claim> claim(String owner) {
    return database.write(
        connection -> {
          long now = clock.millis();
          Optional<String> id =
              Sql.first(
                  connection,
                  "UPDATE runs SET status = 'running', attempt = attempt + 1, lease_owner = ?,"
                      + " lease_until = ?, started_at = ?, stage = 'starting', objective = NULL,"
                      + " bound = NULL WHERE status = 'queued' AND id = (SELECT id FROM runs"
                      + " WHERE status = 'queued' ORDER BY number LIMIT 1"
                      + database.skipLocked()
                      + ") RETURNING id",
                  row -> row.getString(1),
                  owner,
                  now + term.toMillis(),
                  now);
          return id.isEmpty()
              ? Optional.empty()
              : Optional.of(claimed(connection, id.get(), owner, now));
        });
  }

  private static Claim claimed(Connection connection, String id, String owner, long now)
      throws SQLException {
    Events.record(connection, id, now);
    Run run = Runs.required(connection, id);
    String text =
        Sql.list(
                connection,
                "SELECT body FROM documents WHERE run = ? AND kind = 'scenario'",
                row -> row.getString(1),
                id)
            .getFirst();
    return new Claim(new Lease(id, owner, run.attempt()), run, text);
  }

  /** What a renewal told. */
  public enum Renewal {
    /** The lease holds on. */
    HELD,
    /** It holds on, and somebody asks for the run's end. */
    CANCEL,
    /** Another has the run, or it is gone. */
    LOST
  }

  /** Keeps a lease for another term. */
  public Renewal renew(Lease lease) {
    return database.write(
        connection ->
            Sql.first(
                    connection,
                    "UPDATE runs SET lease_until = ?" + HELD + " RETURNING cancel",
                    row -> row.getInt(1) == 1 ? Renewal.CANCEL : Renewal.HELD,
                    clock.millis() + term.toMillis(),
                    lease.run(),
                    lease.owner(),
                    lease.attempt())
                .orElse(Renewal.LOST));
  }

  /** Says how far a run is; false where the lease is lost. */
  public boolean progress(Lease lease, RunProgress progress) {
    return change(
        lease,
        "UPDATE runs SET stage = ?, objective = ?, bound = ?",
        progress.stage(),
        progress.objective(),
        progress.bound());
  }

  /** Ends a run with its texts, all of it or nothing; false where the lease is lost. */
  public boolean finish(Lease lease, Outcome outcome) {
    return database.write(
        connection -> {
          boolean held =
              change(
                  connection,
                  lease,
                  "UPDATE runs SET status = CASE WHEN cancel = 1 THEN 'cancelled' ELSE ? END,"
                      + " finished_at = ?, lease_owner = NULL, lease_until = NULL, stage = ?,"
                      + " objective = ?, bound = ?, outcome = ?, sentence = ?, maybe = ?",
                  outcome.status().word(),
                  clock.millis(),
                  outcome.progress().stage(),
                  outcome.progress().objective(),
                  outcome.progress().bound(),
                  outcome.word(),
                  outcome.why() == null ? null : outcome.why().sentence(),
                  outcome.why() == null ? null : outcome.why().maybe());
          if (held) {
            keep(connection, lease.run(), Document.RESULT, outcome.result());
            keep(connection, lease.run(), Document.SCHEDULE, outcome.schedule());
            keep(connection, lease.run(), Document.UNCONTROLLED, outcome.uncontrolled());
          }
          return held;
        });
  }

  private static void keep(
      Connection connection, String run, Document document, @Nullable String text)
      throws SQLException {
    if (text != null) {
      Documents.insert(connection, run, document, text);
    }
  }

  /** Hands a run back unsolved, as if this attempt had not been; false where the lease is lost. */
  public boolean release(Lease lease) {
    return change(
        lease,
        "UPDATE runs SET status = 'queued', attempt = attempt - 1, lease_owner = NULL,"
            + " lease_until = NULL, stage = NULL, objective = NULL, bound = NULL");
  }

  private boolean change(Lease lease, String update, @Nullable Object... values) {
    return database.write(connection -> change(connection, lease, update, values));
  }

  private boolean change(
      Connection connection, Lease lease, String update, @Nullable Object... values)
      throws SQLException {
    @Nullable Object[] all = Arrays.copyOf(values, values.length + 3);
    all[values.length] = lease.run();
    all[values.length + 1] = lease.owner();
    all[values.length + 2] = lease.attempt();
    if (Sql.update(connection, update + HELD, all) == 0) {
      return false;
    }
    Events.record(connection, lease.run(), clock.millis());
    return true;
  }

  /**
   * Takes back what nobody renewed: such runs wait again, in their old place; one whose end was
   * asked for is cancelled, one that was tried too often has failed.
   *
   * @return ids of those runs
   */
  public List<String> reclaim() {
    return reclaim(clock.millis());
  }

  /** As {@link #reclaim}, of all there are: for a process that knows that it is the only one. */
  public List<String> reclaimAll() {
    return reclaim(Long.MAX_VALUE);
  }

  private List<String> reclaim(long before) {
    return database.write(
        connection -> {
          List<String> expired =
              Sql.list(
                  connection,
                  "SELECT id FROM runs WHERE status = 'running' AND lease_until < ?"
                      + " ORDER BY number"
                      + database.skipLocked(),
                  row -> row.getString(1),
                  before);
          for (String id : expired) {
            takeBack(connection, id);
          }
          return expired;
        });
  }

  private void takeBack(Connection connection, String id) throws SQLException {
    long now = clock.millis();
    Sql.update(
        connection,
        """
        UPDATE runs SET lease_owner = NULL, lease_until = NULL,
          status = CASE WHEN cancel = 1 THEN 'cancelled' WHEN attempt >= ? THEN 'failed'
                   ELSE 'queued' END,
          finished_at = CASE WHEN cancel = 1 OR attempt >= ? THEN ? ELSE NULL END,
          sentence = CASE WHEN cancel = 0 AND attempt >= ? THEN ? ELSE NULL END,
          maybe = CASE WHEN cancel = 0 AND attempt >= ? THEN ? ELSE NULL END
        WHERE id = ?""",
        MOST_ATTEMPTS,
        MOST_ATTEMPTS,
        now,
        MOST_ATTEMPTS,
        "the process ended " + MOST_ATTEMPTS + " times while it solved this run",
        MOST_ATTEMPTS,
        "Maybe the day needs more memory than the process may use.",
        id);
    Events.record(connection, id, now);
  }
}
