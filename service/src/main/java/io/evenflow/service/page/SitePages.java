package io.evenflow.service.page;

import io.evenflow.io.BuiltInDays;
import io.evenflow.live.SiteState;
import io.evenflow.service.http.Routes;
import io.evenflow.service.site.LiveSite;
import io.evenflow.service.site.LiveSites;
import io.evenflow.service.site.SiteStore;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The board of each live site; it looks again every other second. */
public final class SitePages implements Routes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Templates templates = new Templates();
  private final SiteStore store;
  private final LiveSites sites;

  public SitePages(SiteStore store, LiveSites sites) {
    this.store = store;
    this.sites = sites;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.get("/sites", this::list);
    routes.get("/sites/{id}", context -> show(context, "site", board(context)));
    routes.get("/page/sites/{id}", context -> show(context, "board", board(context)));
  }

  private void list(Context context) {
    List<String> names = store.all().stream().map(SiteStore.Site::id).toList();
    templates.show(context, "sites", Map.of("names", names, "days", BuiltInDays.names()));
  }

  private SiteBoard board(Context context) {
    String id = context.pathParam("id");
    LiveSite site = sites.required(id);
    SiteState state = site.state();
    JsonNode plan =
        store.planAt(id, state.now()).map(found -> MAPPER.readTree(found.body())).orElse(null);
    return SiteBoard.of(id, state, site.newcomers(), site.fair(), plan);
  }

  private void show(Context context, String template, SiteBoard board) {
    templates.show(context, template, Map.of("board", board));
  }
}
