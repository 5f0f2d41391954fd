package io.evenflow.service.page;

import io.evenflow.io.BuiltInDays;
import io.evenflow.method.Methods;
import io.evenflow.service.http.Routes;
import io.evenflow.service.problem.InvalidParameter;
import io.evenflow.service.problem.NotFound;
import io.evenflow.service.queue.Document;
import io.evenflow.service.queue.Documents;
import io.evenflow.service.queue.Run;
import io.evenflow.service.queue.RunStatus;
import io.evenflow.service.queue.Runs;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;

/** The page: start a day, see runs, watch one, compare two. Its scripts talk to the API. */
public final class PageRoutes implements Routes {
  private static final int SHOWN = 50;
  private final Templates templates = new Templates();
  private final Runs runs;
  private final Documents documents;
  private final long runLimitSeconds;

  /**
   * @param runLimitSeconds the most time a run may take. Unit: s
   */
  public PageRoutes(Runs runs, Documents documents, double runLimitSeconds) {
    this.runs = runs;
    this.documents = documents;
    this.runLimitSeconds = wholeSeconds(runLimitSeconds);
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/", this::index);
    routes.get(
        "/page/rows", context -> templates.show(context, "rows", Map.of("rows", rows(context))));
    routes.get("/runs/{id}", this::run);
    routes.get("/compare", this::compare);
    Assets.add(routes);
  }

  private void index(Context context) {
    templates.show(
        context,
        "index",
        Map.of(
            "days",
            BuiltInDays.names(),
            "methods",
            Methods.names(),
            "rows",
            rows(context),
            "limitSeconds",
            runLimitSeconds));
  }

  private List<RunRow> rows(Context context) {
    String word = context.queryParam("status");
    RunStatus status = word == null ? null : RunStatus.of(word).orElse(null);
    return runs.list(status, null, Long.MAX_VALUE, SHOWN).stream().map(RunRow::of).toList();
  }

  private void run(Context context) {
    Run run = required(context.pathParam("id"));
    templates.show(context, "run", Map.of("run", RunRow.of(run), "others", others(run)));
  }

  private List<RunRow> others(Run run) {
    return runs.list(null, null, Long.MAX_VALUE, SHOWN).stream()
        .filter(other -> !other.id().equals(run.id()) && other.outcome() != null)
        .map(RunRow::of)
        .toList();
  }

  private void compare(Context context) {
    Run a = required(asked(context, "a"));
    Run b = required(asked(context, "b"));
    String scenario = documents.find(a.id(), Document.SCENARIO).orElse("{}");
    String resultA = documents.find(a.id(), Document.RESULT).orElse("{}");
    String resultB = documents.find(b.id(), Document.RESULT).orElse("{}");
    templates.show(
        context,
        "compare",
        Map.of(
            "a",
            RunRow.of(a),
            "b",
            RunRow.of(b),
            "pairs",
            RunFigures.pairs(scenario, resultA, resultB)));
  }

  private static String asked(Context context, String name) {
    String id = context.queryParam(name);
    if (id == null || id.isBlank()) {
      throw new InvalidParameter(
          "parameter " + name + " is missing: the id of a run",
          "Maybe start from a run's page, which offers others to compare it with.");
    }
    return id;
  }

  private Run required(String id) {
    return runs.find(id)
        .orElseThrow(
            () ->
                new NotFound(
                    "there is no run '" + id + "'",
                    "Maybe it was deleted; / lists all there are."));
  }

  /** A limit as the page offers it. Unit: s */
  static long wholeSeconds(double limit) {
    return Math.max(1, (long) limit);
  }
}
