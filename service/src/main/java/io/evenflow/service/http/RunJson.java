package io.evenflow.service.http;

import io.evenflow.service.queue.Event;
import io.evenflow.service.queue.Run;
import io.evenflow.service.queue.RunProgress;
import io.evenflow.service.queue.RunStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Runs and what happens to them, as the API has them. */
final class RunJson {
  private RunJson() {}

  static ObjectNode of(Run run) {
    ObjectNode json = status(run.id(), run.status(), run.progress());
    json.put("number", run.number());
    json.put("scenario", run.scenario());
    ObjectNode asked = json.putObject("asked");
    asked.put("method", run.asked().method());
    asked.put("gap", run.asked().gap());
    asked.put("timeLimitSeconds", run.asked().timeLimitSeconds());
    asked.put("fair", run.asked().fair().word());
    json.put("acceptedAt", text(run.acceptedAt()));
    json.put("startedAt", text(run.startedAt()));
    json.put("finishedAt", text(run.finishedAt()));
    json.put("attempt", run.attempt());
    json.put("cancelRequested", run.cancel());
    json.put("outcome", run.outcome());
    if (run.why() == null) {
      json.putNull("problem");
    } else {
      json.putObject("problem").put("detail", run.why().sentence()).put("maybe", run.why().maybe());
    }
    return json;
  }

  static ObjectNode of(String run, Event event) {
    return status(run, event.status(), event.progress()).put("at", text(event.at()));
  }

  private static ObjectNode status(String id, RunStatus status, RunProgress progress) {
    ObjectNode json = Json.object();
    json.put("id", id);
    json.put("status", status.word());
    json.putObject("progress")
        .put("stage", progress.stage())
        .put("objective", progress.objective())
        .put("bound", progress.bound())
        .put("gap", progress.gap());
    return json;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
