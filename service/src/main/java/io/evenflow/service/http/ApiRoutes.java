package io.evenflow.service.http;

import io.evenflow.service.metrics.Metrics;
import io.evenflow.service.queue.Documents;
import io.evenflow.service.queue.Events;
import io.evenflow.service.queue.Runs;
import io.evenflow.service.site.LiveSites;
import io.evenflow.service.site.SiteStore;
import io.evenflow.service.storage.Database;
import io.evenflow.service.work.Bell;
import io.evenflow.service.work.Workers;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** All that programs may ask; what is added to the API is added to this list. */
public final class ApiRoutes {
  private ApiRoutes() {}

  /**
   * The groups of routes.
   *
   * @param runLimitSeconds the most time a run may take. Unit: s
   * @param ending whether the service is about to stop
   */
  public static List<Routes> of(
      Database database,
      Runs runs,
      LiveSites sites,
      InstantSource clock,
      Workers workers,
      Bell bell,
      Metrics metrics,
      double runLimitSeconds,
      BooleanSupplier ending) {
    Package home = ApiRoutes.class.getPackage();
    String version = home.getImplementationVersion();
    ScenarioText scenarios = new ScenarioText();
    Submissions submissions = new Submissions(runs, scenarios, metrics, runLimitSeconds, ending);
    Documents documents = new Documents(database);
    return List.of(
        new OperationRoutes(runs, metrics, ending),
        new InfoRoutes(),
        new ScenarioRoutes(scenarios),
        new RunRoutes(runs, submissions, workers, bell, metrics),
        new EventRoutes(runs, new Events(database), bell, ending),
        new ProfileRoutes(runs, documents),
        new SiteRoutes(new SiteStore(database), sites, scenarios, clock, ending),
        new DocumentRoutes(
            runs, documents, new Reports(version == null ? "development" : version)));
  }
}
