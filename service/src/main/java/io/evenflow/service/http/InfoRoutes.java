package io.evenflow.service.http;

import io.evenflow.io.BuiltInDays;
import io.evenflow.service.problem.Kind;
import io.evenflow.service.problem.Kinds;
import io.evenflow.service.problem.NotFound;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What does not change: built-in days, kinds of problems, the description of the API. */
final class InfoRoutes implements Routes {
  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/days", InfoRoutes::days);
    routes.get("/api/v1/days/{name}", InfoRoutes::day);
    routes.get("/api/v1/problems", InfoRoutes::problems);
    routes.get(Kind.ADDRESS + "{slug}", InfoRoutes::problem);
    routes.get(
        "/api/v1/openapi.json",
        context -> context.contentType("application/json").result(Resource.text("openapi.json")));
  }

  private static void days(Context context) {
    new Query(context);
    ObjectNode body = Json.object();
    ArrayNode days = body.putArray("days");
    BuiltInDays.names().forEach(days::add);
    Json.answer(context, 200, body);
  }

  private static void day(Context context) {
    new Query(context);
    String name = context.pathParam("name");
    if (!BuiltInDays.exists(name)) {
      throw new NotFound(
          "there is no built-in day '" + name + "'",
          "Maybe one of these is meant: " + String.join(", ", BuiltInDays.names()) + ".");
    }
    context.contentType("application/json").result(BuiltInDays.text(name));
  }

  private static void problems(Context context) {
    ObjectNode body = Json.object();
    ArrayNode all = body.putArray("problems");
    List<Kind> kinds = Kinds.all();
    kinds.forEach(kind -> all.add(json(kind)));
    Json.answer(context, 200, body);
  }

  private static void problem(Context context) {
    String slug = context.pathParam("slug");
    Kind kind =
        Kinds.of(slug)
            .orElseThrow(
                () ->
                    new NotFound(
                        "there is no kind of problem '" + slug + "'",
                        "Maybe /api/v1/problems has what is meant."));
    Json.answer(context, 200, json(kind));
  }

  private static ObjectNode json(Kind kind) {
    return Json.object()
        .put("type", kind.type())
        .put("status", kind.status())
        .put("title", kind.title())
        .put("meaning", kind.meaning());
  }
}
