package io.evenflow.service.http;

import io.evenflow.io.JsonSchema;
import io.evenflow.io.ScenarioWriter;
import io.evenflow.io.exchange.TableImport;
import io.evenflow.scenario.Plausibility;
import io.evenflow.scenario.Scenario;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scenarios that are made or looked at, and not kept. */
final class ScenarioRoutes implements Routes {
  private static final String PATH = "/api/v1/scenario";
  private final BodyReader bodies = new BodyReader();
  private final ScenarioText scenarios;

  ScenarioRoutes(ScenarioText scenarios) {
    this.scenarios = scenarios;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.post(PATH + "/import", this::tables);
    routes.post(PATH + "/columns", this::columns);
    routes.post(PATH + "/check", this::check);
    routes.get(
        PATH + "/schema",
        context -> context.contentType("application/json").result(JsonSchema.scenario()));
  }

  private void tables(Context context) {
    new Query(context);
    String scenario =
        form(context, form -> ScenarioWriter.text(TableImport.of(form.sources()).scenario()));
    context.contentType("application/json").result(scenario);
  }

  private void columns(Context context) {
    new Query(context);
    Json.answer(context, 200, form(context, form -> form.columns().json()));
  }

  private void check(Context context) {
    new Query(context);
    Scenario scenario = bodies.read(context, scenarios::read);
    ObjectNode body = Json.object().put("scenario", scenario.name());
    ArrayNode warnings = body.putArray("warnings");
    Plausibility.warnings(scenario).forEach(warnings::add);
    Json.answer(context, 200, body);
  }

  private <T> T form(Context context, Function<ImportForm, T> use) {
    String type = BodyReader.contentType(context);
    FormReader.requireForm(type);
    return bodies.bytes(
        context,
        body -> scenarios.made(() -> use.apply(FormReader.read(String.valueOf(type), body))));
  }
}
