package io.evenflow.service.http;

import io.evenflow.service.problem.NoDocument;
import io.evenflow.service.problem.NotReady;
import io.evenflow.service.queue.Document;
import io.evenflow.service.queue.Documents;
import io.evenflow.service.queue.Run;
import io.evenflow.service.queue.Runs;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a run was made of and what came out. */
final class DocumentRoutes implements Routes {
  private final Runs runs;
  private final Documents documents;
  private final Reports reports;

  DocumentRoutes(Runs runs, Documents documents, Reports reports) {
    this.runs = runs;
    this.documents = documents;
    this.reports = reports;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    String run = RunRoutes.PATH + "/{id}";
    routes.get(run + "/scenario", context -> send(context, Document.SCENARIO, "application/json"));
    routes.get(run + "/result", context -> send(context, Document.RESULT, "application/json"));
    routes.get(
        run + "/schedule.csv",
        context -> send(context, Document.SCHEDULE, "text/csv; charset=utf-8"));
    routes.get(run + "/report", this::report);
  }

  private void send(Context context, Document document, String type) {
    new Query(context);
    Run run = RunRoutes.required(runs, context);
    String text = documents.find(run.id(), document).orElseThrow(() -> missing(run));
    context.contentType(type).result(text);
  }

  /** Why a run has no result or schedule. */
  static RuntimeException missing(Run run) {
    if (!run.status().isFinal()) {
      return new NotReady(
          "run '" + run.id() + "' is " + run.status().word() + " and has no result yet",
          "Maybe wait for its events, or ask again later.");
    }
    return run.why() == null
        ? new NoDocument(
            "run '" + run.id() + "' was cancelled before it had a result", "Maybe submit it again.")
        : new NoDocument(run.why().sentence(), run.why().maybe());
  }

  private void report(Context context) {
    new Query(context);
    Run run = RunRoutes.required(runs, context);
    String scenario = documents.find(run.id(), Document.SCENARIO).orElseThrow(() -> missing(run));
    String result = documents.find(run.id(), Document.RESULT).orElseThrow(() -> missing(run));
    String alone = documents.find(run.id(), Document.UNCONTROLLED).orElse(null);
    String html = reports.html(run, scenario, result, alone);
    context.header("Content-Security-Policy", SecurityHeaders.ofReport(html));
    context.contentType("text/html; charset=utf-8").result(html);
  }
}
