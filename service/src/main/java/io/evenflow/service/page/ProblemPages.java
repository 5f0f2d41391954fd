package io.evenflow.service.page;

import io.evenflow.service.http.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person sees in a browser of what goes wrong: the sentences of the problem, on a page. */
public final class ProblemPages implements Routes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<Integer> SHOWN = List.of(400, 404, 405, 409, 500, 503);
  private static final String API = "/api/";

  private final Templates templates = new Templates();

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    SHOWN.forEach(status -> routes.error(status, "text/html", this::show));
  }

  private void show(Context context) {
    String body = context.result();
    if (context.path().startsWith(API) || body == null) {
      return;
    }
    JsonNode problem = MAPPER.readTree(body);
    templates.show(
        context,
        "problem",
        Map.of(
            "title", problem.path("title").asString(),
            "sentence", problem.path("detail").asString(),
            "maybe", problem.path("maybe").asString()));
  }
}
