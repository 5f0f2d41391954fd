package io.evenflow.service;

import io.evenflow.service.storage.DatabaseUrl;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the service is started.
 *
 * @param port 0 for any that is free
 * @param data folder of the database where no other is named
 * @param database a JDBC URL, null for a SQLite file in the folder
 * @param token must be sent with every request; null only on the loopback
 * @param workers how many runs are solved at once
 * @param queue most runs that wait
 * @param runLimitSeconds the most time a run may take. Unit: s
 * @param lease how long a process that does not say so is taken to live
 * @param patience how long runs may go on when the service ends
 * @param ocppPort where chargers connect, 0 for any that is free, null for nowhere
 */
public record ServeOptions(
    String host,
    int port,
    Path data,
    @Nullable String database,
    @Nullable String token,
    int workers,
    int queue,
    double runLimitSeconds,
    Duration lease,
    Duration patience,
    @Nullable Integer ocppPort) {
  /** Where its database is. */
  public DatabaseUrl url() {
    return database == null ? DatabaseUrl.in(data) : new DatabaseUrl(database);
  }
}
