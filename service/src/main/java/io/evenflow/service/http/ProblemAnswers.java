package io.evenflow.service.http;

import io.evenflow.grid.GridException;
import io.evenflow.io.InputException;
import io.evenflow.scenario.ScenarioException;
import io.evenflow.service.log.Log;
import io.evenflow.service.problem.InvalidParameter;
import io.evenflow.service.problem.InvalidScenario;
import io.evenflow.service.problem.MethodNotAllowed;
import io.evenflow.service.problem.NotFound;
import io.evenflow.service.problem.Problem;
import io.evenflow.service.problem.ServiceFailed;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import tools.jackson.databind.node.ObjectNode;

/** Whatever goes wrong becomes a problem by RFC 9457; no path and no trace leaves the process. */
final class ProblemAnswers {
  /** Of a sentence, far more than any has whose values were meant. */
  private static final int MOST_CHARACTERS = 2000;

  static final String TYPE = "application/problem+json";

  private ProblemAnswers() {}

  static void add(JavalinDefaultRoutingApi routes) {
    routes.exception(Problem.class, (problem, context) -> answer(context, problem));
    routes.exception(
        HttpResponseException.class, (problem, context) -> answer(context, of(context, problem)));
    routes.exception(
        Exception.class,
        (problem, context) -> {
          Log.error("a request failed", problem, "path", context.path());
          answer(context, failure());
        });
  }

  static void answer(Context context, Problem problem) {
    if (problem.retryAfterSeconds() != null) {
      context.header("Retry-After", problem.retryAfterSeconds().toString());
    }
    if (problem.kind().status() == 401) {
      context.header("WWW-Authenticate", "Basic realm=\"evenflow\", charset=\"UTF-8\"");
    }
    context
        .status(problem.kind().status())
        .result(Json.text(json(problem, context.path())))
        .contentType(TYPE);
  }

  /** The body of an answer. */
  static ObjectNode json(Problem problem, String path) {
    return Json.object()
        .put("type", problem.kind().type())
        .put("title", problem.kind().title())
        .put("status", problem.kind().status())
        .put("detail", shown(problem.sentence()))
        .put("maybe", shown(problem.maybe()))
        .put("instance", path);
  }

  /** A value that is said to be wrong may be as long as a body. */
  private static String shown(String sentence) {
    return sentence.length() <= MOST_CHARACTERS
        ? sentence
        : sentence.substring(0, MOST_CHARACTERS / 2)
            + " … "
            + sentence.substring(sentence.length() - MOST_CHARACTERS / 2);
  }

  /** What is wrong with a scenario, in the sentences of the command line. */
  static InvalidScenario scenario(RuntimeException problem) {
    return switch (problem) {
      case InputException e -> new InvalidScenario(e.sentence(), e.maybe());
      case ScenarioException e -> new InvalidScenario(e.sentence(), e.maybe());
      case GridException e -> new InvalidScenario(e.sentence(), e.maybe());
      default -> throw problem;
    };
  }

  private static Problem of(Context context, HttpResponseException problem) {
    return switch (problem.getStatus()) {
      case 404 ->
          new NotFound(
              "there is nothing at '" + context.path() + "'",
              "Maybe /api/v1/openapi.json, which lists all paths, has what is meant.");
      case 405 ->
          new MethodNotAllowed(
              context.method() + " is not allowed at '" + context.path() + "'",
              "Maybe /api/v1/openapi.json, which lists all paths, has what is meant.");
      case 413 -> BodyReader.tooLarge();
      default -> problem.getStatus() < 500 ? badRequest() : failure();
    };
  }

  static Problem badRequest() {
    return new InvalidParameter(
        "the request is not HTTP as the service understands it",
        "Maybe its address or a header has a character that must be escaped.");
  }

  static Problem failure() {
    return new ServiceFailed(
        "the service failed on this request; its log says more",
        "Maybe try again; if it fails again, report what the log has.");
  }
}
