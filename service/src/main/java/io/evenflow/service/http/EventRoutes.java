package io.evenflow.service.http;

import io.evenflow.service.log.Log;
import io.evenflow.service.problem.Busy;
import io.evenflow.service.problem.InvalidParameter;
import io.evenflow.service.queue.Event;
import io.evenflow.service.queue.Events;
import io.evenflow.service.queue.Run;
import io.evenflow.service.queue.RunStatus;
import io.evenflow.service.queue.Runs;
import io.evenflow.service.work.Bell;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * What happens to a run, as server-sent events: all that happened after the last one the client
 * has, then each as it comes, until the run has ended.
 */
final class EventRoutes implements Routes {
  private static final int WATCHERS = 200;
  private static final int AT_ONCE = 500;
  private static final int RETRY_SECONDS = 5;

  /** Also without a ring: other processes do not ring here. Unit: ms */
  private static final long LOOK_MILLIS = 1000;

  /** A comment this often shows that the connection lives, and finds out when it does not. */
  private static final int QUIET_LOOKS = 15;

  private final Runs runs;
  private final Events events;
  private final Bell bell;
  private final BooleanSupplier ending;
  private final Semaphore watchers = new Semaphore(WATCHERS);

  EventRoutes(Runs runs, Events events, Bell bell, BooleanSupplier ending) {
    this.runs = runs;
    this.events = events;
    this.bell = bell;
    this.ending = ending;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.get(RunRoutes.PATH + "/{id}/events", this::events);
  }

  private void events(Context context) throws InterruptedException {
    new Query(context);
    Run run = RunRoutes.required(runs, context);
    long last = last(context);
    if (run.status().isFinal() && events.after(run.id(), last, 1).isEmpty()) {
      // Ends a browser's trying again.
      context.status(204);
      return;
    }
    if (!watchers.tryAcquire()) {
      throw new Busy(
          "as many watch events already as may",
          "Maybe ask for the status now and then.",
          RETRY_SECONDS);
    }
    try {
      stream(context.res(), run.id(), last);
    } catch (IOException gone) {
      Log.info("a watcher left", "run", run.id());
    } finally {
      watchers.release();
    }
  }

  private static long last(Context context) {
    String text = context.header("Last-Event-ID");
    try {
      return text == null || text.isBlank() ? 0 : Long.parseLong(text.strip());
    } catch (NumberFormatException problem) {
      throw new InvalidParameter(
          "Last-Event-ID ('" + text + "') must be a whole number",
          "Maybe send the id of the last event that came.");
    }
  }

  private void stream(HttpServletResponse response, String run, long after)
      throws IOException, InterruptedException {
    response.setStatus(200);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    OutputStream out = response.getOutputStream();
    long last = after;
    int quiet = 0;
    write(out, "retry: 1000\n\n");
    while (!ending.getAsBoolean()) {
      long heard = bell.count();
      List<Event> news = events.after(run, last, AT_ONCE);
      for (Event event : news) {
        last = event.number();
        write(out, text(run, event));
        if (event.status().isFinal()) {
          return;
        }
      }
      if (news.isEmpty()) {
        if (runs.find(run).map(Run::status).filter(status -> !status.isFinal()).isEmpty()) {
          return;
        }
        bell.await(heard, LOOK_MILLIS);
        quiet++;
        if (quiet % QUIET_LOOKS == 0) {
          write(out, ": still there\n\n");
        }
      }
    }
  }

  private static String text(String run, Event event) {
    String kind = event.status() == RunStatus.RUNNING ? "progress" : "status";
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(event.number(), kind, Json.text(RunJson.of(run, event)));
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
