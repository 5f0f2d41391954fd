package io.evenflow.service.http;

import io.evenflow.io.InputException;
import io.evenflow.live.Here;
import io.evenflow.live.SiteState;
import io.evenflow.run.Fair;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.problem.InvalidParameter;
import io.evenflow.service.problem.InvalidScenario;
import io.evenflow.service.problem.NotFound;
import io.evenflow.service.problem.ShuttingDown;
import io.evenflow.service.site.LiveSite;
import io.evenflow.service.site.LiveSites;
import io.evenflow.service.site.NewcomersJson;
import io.evenflow.service.site.SiteStore;
import io.evenflow.service.site.SiteStore.Published;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Live sites: put one, say what happens on it, and get the plan that follows. */
final class SiteRoutes implements Routes {
  private static final String PATH = "/api/v1/sites";
  private static final String ONE = PATH + "/{id}";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final double DEADLINE_SECONDS = 0.5;
  private static final double MOST_SECONDS = 30;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final SiteStore store;
  private final LiveSites sites;
  private final ScenarioText scenarios;
  private final InstantSource clock;
  private final BooleanSupplier ending;
  private final BodyReader bodies = new BodyReader();

  SiteRoutes(
      SiteStore store,
      LiveSites sites,
      ScenarioText scenarios,
      InstantSource clock,
      BooleanSupplier ending) {
    this.store = store;
    this.sites = sites;
    this.scenarios = scenarios;
    this.clock = clock;
    this.ending = ending;
  }

  @Override
  public void add(JavalinDefaultRoutingApi routes) {
    routes.get(PATH, this::list);
    routes.put(ONE, this::put);
    routes.get(ONE, this::get);
    routes.delete(ONE, this::delete);
    routes.patch(
        ONE + "/sessions/{transaction}",
        context -> {
          String session = context.pathParam("transaction");
          hear(context, (text, now) -> SiteRequest.session(text, session, now));
        });
    routes.put(ONE + "/limits", context -> hear(context, SiteRequest::limit));
    routes.put(ONE + "/prices", context -> hear(context, SiteRequest::prices));
    routes.put(ONE + "/forecasts", context -> hear(context, SiteForecasts::of));
    routes.put(ONE + "/signals", context -> hear(context, SiteSignals::of));
    routes.get(ONE + "/plan", this::planAt);
    routes.get(ONE + "/plans/{number}", this::plan);
  }

  private interface Reader {
    SiteRequest.Said read(String text, Instant now);
  }

  private void hear(Context context, Reader reader) {
    requireRunning();
    Query query = new Query(context, "deadline", "at");
    double deadline = query.number("deadline", DEADLINE_SECONDS);
    Instant now = query.get("at", clock.instant(), "a time with offset", this::time);
    if (!(deadline > 0 && deadline <= MOST_SECONDS)) {
      throw new InvalidParameter(
          "parameter deadline (" + deadline + " s) must be above 0 and at most " + MOST_SECONDS,
          "Maybe it was given in milliseconds.");
    }
    LiveSite site = sites.required(context.pathParam("id"));
    ObjectNode plan =
        bodies.read(
            context,
            text -> {
              SiteRequest.Said said = reader.read(text, now);
              return withNotes(heard(site, said, deadline), said.notes().apply(site.state()));
            });
    Json.answer(context, 200, plan);
  }

  /** What a body must have depends on the site's state, too. */
  private static ObjectNode heard(LiveSite site, SiteRequest.Said said, double deadline) {
    try {
      return site.hear(said.at(), said.events(), said.newcomers(), deadline);
    } catch (InputException problem) {
      throw new InvalidScenario(problem.sentence(), problem.maybe());
    }
  }

  /** The plan is shared by all it answers; what is noted is for one of them. */
  private static ObjectNode withNotes(ObjectNode plan, List<String> notes) {
    if (notes.isEmpty()) {
      return plan;
    }
    ObjectNode own = plan.deepCopy();
    notes.forEach(own.withArray("notes")::add);
    return own;
  }

  private void requireRunning() {
    if (ending.getAsBoolean()) {
      throw new ShuttingDown();
    }
  }

  private void list(Context context) {
    new Query(context);
    ObjectNode body = Json.object();
    ArrayNode all = body.putArray("sites");
    store.all().forEach(site -> all.add(json(sites.required(site.id()), site.id())));
    Json.answer(context, 200, body);
  }

  private void put(Context context) {
    requireRunning();
    String id = context.pathParam("id");
    if (!NAME.matcher(id).matches()) {
      throw new InvalidParameter(
          "a site's name must have 1 to 64 letters, digits, points, dashes, not '" + id + "'",
          "Maybe a character is not among these.");
    }
    Fair fair = new Query(context, "fair").fair();
    boolean isNew = store.find(id).isEmpty();
    boolean onlyNew = "*".equals(context.header("If-None-Match"));
    LiveSite site = bodies.read(context, text -> sites.put(site(id, text, fair), onlyNew));
    context.header("Location", PATH + "/" + id);
    Json.answer(context, isNew ? 201 : 200, json(site, id));
  }

  private SiteStore.Site site(String id, String text, Fair fair) {
    Scenario day = scenarios.read(text);
    try {
      SiteState.of(day);
    } catch (RuntimeException problem) {
      throw ProblemAnswers.scenario(problem);
    }
    return new SiteStore.Site(id, text, clock.instant(), fair);
  }

  private void get(Context context) {
    new Query(context);
    String id = context.pathParam("id");
    Json.answer(context, 200, json(sites.required(id), id));
  }

  private void delete(Context context) {
    new Query(context);
    String id = context.pathParam("id");
    if (!sites.delete(id)) {
      throw new NotFound("there is no site '" + id + "'", "Maybe it was deleted already.");
    }
    context.status(204);
  }

  private static ObjectNode json(LiveSite site, String id) {
    SiteState state = site.state();
    ObjectNode json = Json.object();
    json.put("id", id);
    json.put("now", state.now().toString());
    json.put("start", state.day().horizon().startOf(0).toString());
    json.put("end", state.day().horizon().startOf(state.day().periods()).toString());
    json.put("plans", site.plans());
    json.put("fair", site.fair().word());
    NewcomersJson.write(site.newcomers(), json.putObject("newcomers"));
    ArrayNode sessions = json.putArray("sessions");
    for (Here here : state.here().values()) {
      ObjectNode session = sessions.addObject();
      session.put("id", here.id());
      session.put("station", here.station());
      session.put("arrival", here.arrival().toString());
      session.put("departure", here.departure().toString());
      session.put("batteryKwh", here.batteryKwh());
      session.put("energyKwh", here.energyKwh());
      session.put("targetKwh", here.targetKwh());
      session.put("commandKw", here.command() == null ? null : here.command().netKw());
    }
    return json;
  }

  private void planAt(Context context) {
    String id = context.pathParam("id");
    LiveSite site = sites.required(id);
    Instant at =
        new Query(context, "at").get("at", site.state().now(), "a time with offset", this::time);
    Published plan =
        store
            .planAt(id, at)
            .orElseThrow(
                () ->
                    new NotFound(
                        "site '" + id + "' has no plan at " + at,
                        "Maybe nothing was said of it yet."));
    Json.answer(context, 200, (ObjectNode) MAPPER.readTree(plan.body()));
  }

  private Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException problem) {
      throw new IllegalArgumentException(problem);
    }
  }

  private void plan(Context context) {
    new Query(context);
    String id = context.pathParam("id");
    sites.required(id);
    String number = context.pathParam("number");
    Optional<Published> plan =
        number.matches("[0-9]{1,15}") ? store.plan(id, Long.parseLong(number)) : Optional.empty();
    Published found =
        plan.orElseThrow(
            () ->
                new NotFound(
                    "site '" + id + "' has no plan number " + number,
                    "Maybe GET /api/v1/sites/" + id + " says how many there are."));
    ObjectNode body = Json.object();
    body.set("plan", MAPPER.readTree(found.body()));
    body.set("inputs", MAPPER.readTree(found.inputs()));
    if (found.newcomers() != null) {
      body.set("newcomers", MAPPER.readTree(found.newcomers()));
    }
    Json.answer(context, 200, body);
  }
}
