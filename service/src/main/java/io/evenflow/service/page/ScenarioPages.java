package io.evenflow.service.page;

import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.method.Methods;
import io.evenflow.service.http.Routes;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/** Where a scenario is made of tables, or changed, before it runs. Scripts talk to the API. */
public final class ScenarioPages implements Routes {
  private final Templates templates = new Templates();
  private final long limitSeconds;

  /**
   * @param runLimitSeconds the most time a run may take. Unit: s
   */
  public ScenarioPages(double runLimitSeconds) {
    limitSeconds = PageRoutes.wholeSeconds(runLimitSeconds);
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    Map<String, Object> run = Map.of("methods", Methods.names(), "limitSeconds", limitSeconds);
    routes.get("/edit", context -> templates.show(context, "edit", run));
    Map<String, Object> tables =
        Map.of(
            "cases",
            BuiltInCases.names(),
            "sessionFields",
            TableField.ofSessions(),
            "priceFields",
            TableField.ofPrices(),
            "methods",
            Methods.names(),
            "limitSeconds",
            limitSeconds);
    routes.get("/import", context -> templates.show(context, "imports", tables));
  }
}
