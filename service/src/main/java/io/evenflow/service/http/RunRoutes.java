package io.evenflow.service.http;

import io.evenflow.service.metrics.Metrics;
import io.evenflow.service.problem.InvalidParameter;
import io.evenflow.service.problem.NotFound;
import io.evenflow.service.queue.Run;
import io.evenflow.service.queue.RunStatus;
import io.evenflow.service.queue.Runs;
import io.evenflow.service.queue.Runs.Accepted;
import io.evenflow.service.work.Bell;
import io.evenflow.service.work.Workers;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs: submit, list, look, cancel, delete. */
final class RunRoutes implements Routes {
  static final String PATH = "/api/v1/runs";
  private static final String DELETE = "delete";
  private static final String KEEP = "keep";
  private static final int LISTED = 50;
  private static final int MOST_LISTED = 200;
  private final Runs runs;
  private final Submissions submissions;
  private final Workers workers;
  private final Bell bell;
  private final Metrics metrics;

  RunRoutes(Runs runs, Submissions submissions, Workers workers, Bell bell, Metrics metrics) {
    this.runs = runs;
    this.submissions = submissions;
    this.workers = workers;
    this.bell = bell;
    this.metrics = metrics;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.post(PATH, this::submit);
    routes.get(PATH, this::list);
    routes.get(PATH + "/{id}", this::get);
    routes.delete(PATH + "/{id}", this::end);
  }

  private void submit(Context context) {
    Submissions.Answer answer = submissions.submit(context);
    Accepted accepted = answer.accepted();
    if (accepted.isNew()) {
      metrics.accepted();
      bell.ring();
    }
    ObjectNode body = RunJson.of(accepted.run());
    ArrayNode warnings = body.putArray("warnings");
    answer.warnings().forEach(warnings::add);
    context.header("Location", PATH + "/" + accepted.run().id());
    Json.answer(context, 202, body);
  }

  private void list(Context context) {
    Query query = new Query(context, "status", "scenario", "before", "limit");
    int limit = query.get("limit", LISTED, "a whole number", Integer::valueOf);
    if (limit < 1 || limit > MOST_LISTED) {
      throw new InvalidParameter(
          "parameter limit (" + limit + ") must be from 1 to " + MOST_LISTED,
          "Maybe ask for the next page with before.");
    }
    long before = query.get("before", Long.MAX_VALUE, "a whole number", Long::valueOf);
    List<Run> found = runs.list(status(query), context.queryParam("scenario"), before, limit);
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("runs");
    found.forEach(run -> list.add(RunJson.of(run)));
    if (found.size() == limit) {
      body.put("before", found.getLast().number());
    } else {
      body.putNull("before");
    }
    Json.answer(context, 200, body);
  }

  private static @Nullable RunStatus status(Query query) {
    List<String> words = Arrays.stream(RunStatus.values()).map(RunStatus::word).toList();
    return RunStatus.of(query.word("status", "", words)).orElse(null);
  }

  private void get(Context context) {
    new Query(context);
    Json.answer(context, 200, RunJson.of(required(runs, context)));
  }

  private void end(Context context) {
    String id = context.pathParam("id");
    String ended = new Query(context, "ended").word("ended", DELETE, List.of(DELETE, KEEP));
    switch (ended.equals(KEEP) ? runs.cancel(id) : runs.end(id)) {
      case CANCELLED -> {
        bell.ring();
        Json.answer(context, 200, RunJson.of(required(runs, context)));
      }
      case ASKED -> {
        workers.cancel(id);
        Json.answer(context, 202, RunJson.of(required(runs, context)));
      }
      case DELETED -> {
        bell.ring();
        context.status(204);
      }
      case KEPT -> Json.answer(context, 200, RunJson.of(required(runs, context)));
      case UNKNOWN -> throw unknown(id);
    }
  }

  /** The run that the path names. */
  static Run required(Runs runs, Context context) {
    String id = context.pathParam("id");
    return runs.find(id).orElseThrow(() -> unknown(id));
  }

  private static NotFound unknown(String id) {
    return new NotFound(
        "there is no run '" + id + "'", "Maybe it was deleted, or the id has a typing error.");
  }
}
