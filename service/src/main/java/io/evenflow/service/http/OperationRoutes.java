package io.evenflow.service.http;

import io.evenflow.service.metrics.Metrics;
import io.evenflow.service.problem.ShuttingDown;
import io.evenflow.service.queue.Runs;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.BooleanSupplier;

/** What those who operate it ask: does it live, may it be sent work, how does it do. */
final class OperationRoutes implements Routes {
  private final Runs runs;
  private final Metrics metrics;
  private final BooleanSupplier ending;

  OperationRoutes(Runs runs, Metrics metrics, BooleanSupplier ending) {
    this.runs = runs;
    this.metrics = metrics;
    this.ending = ending;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/health", context -> Json.answer(context, 200, Json.object().put("status", "up")));
    routes.get("/ready", this::ready);
    routes.get("/metrics", this::metrics);
  }

  /** Ready once the database answers, until the end begins. */
  private void ready(Context context) {
    if (ending.getAsBoolean()) {
      throw new ShuttingDown();
    }
    long waiting = runs.waiting();
    Json.answer(context, 200, Json.object().put("status", "ready").put("waiting", waiting));
  }

  private void metrics(Context context) {
    context.contentType(Metrics.TYPE).result(metrics.text());
  }
}
