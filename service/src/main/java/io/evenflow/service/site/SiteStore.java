package io.evenflow.service.site;

import io.evenflow.run.Fair;
import io.evenflow.service.storage.Database;
import io.evenflow.service.storage.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sites in the database: the day of each, what was said of it, and its plans. */
public final class SiteStore {
  private final Database database;

  public SiteStore(Database database) {
    this.database = database;
  }

  /**
   * A site as it was put.
   *
   * @param scenario its day as JSON
   * @param fair what counts where energy is short
   */
  public record Site(String id, String scenario, Instant madeAt, Fair fair) {}

  /**
   * A plan that was published.
   *
   * @param number counted from 1 within the site
   * @param madeAt by the site's clock
   * @param inputs the scenario it answers, as JSON
   * @param newcomers who was still expected, as JSON; null for nobody
   * @param body the answer that was given, as JSON
   */
  public record Published(
      long number, Instant madeAt, String inputs, @Nullable String newcomers, String body) {}

  /**
   * Puts a site, in place of one that was there.
   *
   * @param onlyNew whether one that is there stays
   * @return whether it was put
   */
  boolean put(Site site, boolean onlyNew) {
    return database.write(
            connection -> {
              if (!onlyNew) {
                Sql.update(connection, "DELETE FROM sites WHERE id = ?", site.id());
              }
              return Sql.update(
                  connection,
                  "INSERT INTO sites (id, scenario, made_at, fair) VALUES (?, ?, ?, ?)"
                      + " ON CONFLICT (id) DO NOTHING",
                  site.id(),
                  site.scenario(),
                  site.madeAt().toEpochMilli(),
                  site.fair().word());
            })
        == 1;
  }

  /** Whether there was one. */
  public boolean delete(String id) {
    return database.write(
            connection -> Sql.update(connection, "DELETE FROM sites WHERE id = ?", id))
        == 1;
  }

  public Optional<Site> find(String id) {
    return database.read(
        connection ->
            Sql.first(connection, "SELECT * FROM sites WHERE id = ?", SiteStore::site, id));
  }

  /** All of them by name. */
  public List<Site> all() {
    return database.read(
        connection -> Sql.list(connection, "SELECT * FROM sites ORDER BY id", SiteStore::site));
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        row.getString("id"),
        row.getString("scenario"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        Fair.of(row.getString("fair")));
  }

  /** What was applied, in order. */
  List<String> words(String site) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT body FROM site_words WHERE site = ? ORDER BY number",
                row -> row.getString(1),
                site));
  }

  /** Keeps words and the plan they led to, all or nothing. */
  void keep(String site, long firstWord, List<String> words, Published plan) {
    database.write(
        connection -> {
          long number = firstWord;
          for (String word : words) {
            Sql.update(
                connection,
                "INSERT INTO site_words (site, number, body) VALUES (?, ?, ?)",
                site,
                number++,
                word);
          }
          return Sql.update(
              connection,
              "INSERT INTO site_plans (site, number, made_at, inputs, newcomers, body)"
                  + " VALUES (?, ?, ?, ?, ?, ?)",
              site,
              plan.number(),
              plan.madeAt().toEpochMilli(),
              plan.inputs(),
              plan.newcomers(),
              plan.body());
        });
  }

  /** What is further away than milliseconds can say is before or after all that is kept. */
  private static long millis(Instant at) {
    Instant first = Instant.ofEpochMilli(Long.MIN_VALUE);
    Instant last = Instant.ofEpochMilli(Long.MAX_VALUE);
    return at.isBefore(first)
        ? Long.MIN_VALUE
        : at.isAfter(last) ? Long.MAX_VALUE : at.toEpochMilli();
  }

  /** The plan that held at a time of the site's clock. */
  public Optional<Published> planAt(String site, Instant at) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "SELECT * FROM site_plans WHERE site = ? AND made_at <= ?"
                    + " ORDER BY made_at DESC, number DESC LIMIT 1",
                SiteStore::published,
                site,
                millis(at)));
  }

  /** The plan of a number. */
  public Optional<Published> plan(String site, long number) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "SELECT * FROM site_plans WHERE site = ? AND number = ?",
                SiteStore::published,
                site,
                number));
  }

  Optional<Published> lastPlan(String site) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                "SELECT * FROM site_plans WHERE site = ? ORDER BY number DESC LIMIT 1",
                SiteStore::published,
                site));
  }

  private static Published published(ResultSet row) throws SQLException {
    return new Published(
        row.getLong("number"),
        Instant.ofEpochMilli(row.getLong("made_at")),
        row.getString("inputs"),
        row.getString("newcomers"),
        row.getString("body"));
  }
}
