package io.evenflow.service;

import io.evenflow.service.http.ApiRoutes;
import io.evenflow.service.http.Routes;
import io.evenflow.service.http.Server;
import io.evenflow.service.log.Log;
import io.evenflow.service.metrics.Metrics;
import io.evenflow.service.ocpp.OcppPort;
import io.evenflow.service.page.PageRoutes;
import io.evenflow.service.page.ProblemPages;
import io.evenflow.service.page.ScenarioPages;
import io.evenflow.service.page.SitePages;
import io.evenflow.service.queue.Documents;
import io.evenflow.service.queue.Leases;
import io.evenflow.service.queue.RunIds;
import io.evenflow.service.queue.Runs;
import io.evenflow.service.site.LiveSites;
import io.evenflow.service.site.SiteStore;
import io.evenflow.service.storage.Database;
import io.evenflow.service.work.Bell;
import io.evenflow.service.work.DaySolver;
import io.evenflow.service.work.Workers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Queue, workers and HTTP of one process, started together and ended in order. */
public final class Service implements AutoCloseable {
  private final ServeOptions options;
  private final Database database;
  private final Workers workers;
  private final Server server;
  private final LiveSites sites;
  private final @Nullable OcppPort chargers;
  private volatile boolean ending;

  /** Requests are answered when this returns; nothing is solved before {@link #start}. */
  public Service(ServeOptions options) {
    this(options, InstantSource.system());
  }

  /** The same by another clock. */
  public Service(ServeOptions options, InstantSource clock) {
    this.options = options;
    database = Database.open(options.url());
    sites = new LiveSites(new SiteStore(database));
    Leases leases = new Leases(database, clock, options.lease());
    if (!database.isShared()) {
      // The file's lock says that no other process is there, so all leases are of the dead.
      List<String> back = leases.reclaimAll();
      back.forEach(run -> Log.info("run of an earlier process is queued again", "run", run));
    }
    Runs runs = new Runs(database, clock, RunIds.random(), options.queue());
    Bell bell = new Bell();
    Metrics metrics = new Metrics(options.workers());
    workers =
        new Workers(
            leases,
            new DaySolver(),
            bell,
            (outcome, seconds) -> metrics.ended(outcome.word(), seconds),
            RunIds.random().get(),
            options.workers(),
            options.lease());
    metrics.watch(runs::waiting, workers::running);
    server =
        new Server(
            options.host(),
            options.port(),
            options.token(),
            metrics,
            routes(runs, clock, bell, metrics));
    Integer ocppPort = options.ocppPort();
    chargers =
        ocppPort == null
            ? null
            : new OcppPort(options.host(), ocppPort, options.token(), sites, clock);
    Log.info("ready", "port", server.port(), "database", options.url().toString());
  }

  /** Begins to solve what waits. */
  public void start() {
    workers.start();
  }

  /** Programs and people: what is added to either is added here. */
  private List<Routes> routes(Runs runs, InstantSource clock, Bell bell, Metrics metrics) {
    double limit = options.runLimitSeconds();
    List<Routes> groups = new ArrayList<>();
    groups.addAll(
        ApiRoutes.of(database, runs, sites, clock, workers, bell, metrics, limit, () -> ending));
    groups.add(new PageRoutes(runs, new Documents(database), limit));
    groups.add(new ProblemPages());
    groups.add(new ScenarioPages(limit));
    groups.add(new SitePages(new SiteStore(database), sites));
    return groups;
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** The port that chargers connect to. */
  public OptionalInt ocppPort() {
    return chargers == null ? OptionalInt.empty() : OptionalInt.of(chargers.port());
  }

  /** Takes no more runs, lets those that are solved end, hands back the rest. */
  @Override
  public void close() {
    Log.info("ending");
    ending = true;
    if (chargers != null) {
      chargers.close();
    }
    workers.close(options.patience());
    server.close();
    database.close();
    Log.info("ended");
  }
}
