package io.evenflow.service.site;

import io.evenflow.live.Change;
import io.evenflow.live.Here;
import io.evenflow.live.LivePlan;
import io.evenflow.live.Promise;
import io.evenflow.live.SiteState;
import io.evenflow.time.Horizon;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan as the API has it. Powers in kW at the meter, negative where a vehicle feeds in. */
final class PlanJson {
  private PlanJson() {}

  /**
   * The plan.
   *
   * @param state after the plan, with its promises
   * @param scenarios of newcomers it was made under, 0 where nobody was expected
   */
  static ObjectNode of(String site, long number, SiteState state, LivePlan plan, int scenarios) {
    Horizon horizon = state.day().horizon();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("site", site);
    json.put("number", number);
    json.put("at", state.now().toString());
    json.put("status", plan.status().word());
    json.put("objective", plan.objective());
    json.put("bound", plan.bound());
    json.put("acFeasible", plan.acFeasible());
    json.put("seconds", plan.seconds());
    if (scenarios > 0) {
      json.put("scenarios", scenarios);
    }
    if (plan.fairness() != null) {
      ObjectNode fairness = json.putObject("fairness");
      fairness.put("share", plan.fairness().share());
      fairness.put("shareBound", plan.fairness().shareBound());
      ArrayNode poorest = fairness.putArray("sessions");
      plan.fairness().sessions().forEach(poorest::add);
    }
    json.put("firstPeriod", plan.firstPeriod());
    ArrayNode starts = json.putArray("starts");
    for (int t = plan.firstPeriod(); t < state.day().periods(); t++) {
      starts.add(horizon.startOf(t).toString());
    }
    ArrayNode sessions = json.putArray("sessions");
    plan.netKw()
        .forEach(
            (id, kw) -> {
              ObjectNode session = sessions.addObject();
              session.put("id", id);
              ArrayNode powers = session.putArray("netKw");
              Arrays.stream(kw).forEach(powers::add);
              promise(session, state.here().get(id));
            });
    ArrayNode changes = json.putArray("changes");
    for (Change change : plan.changes()) {
      changes
          .addObject()
          .put("session", change.session())
          .put("start", horizon.startOf(change.period()).toString())
          .put("beforeKw", change.beforeKw())
          .put("afterKw", change.afterKw())
          .put("reason", change.reason().word());
    }
    ArrayNode notes = json.putArray("notes");
    plan.notes().forEach(notes::add);
    return json;
  }

  private static void promise(ObjectNode session, @Nullable Here here) {
    Promise promise = here == null ? null : here.promise();
    if (promise == null) {
      session.putNull("promise");
    } else {
      session
          .putObject("promise")
          .put("energyKwh", promise.energyKwh())
          .put("departure", promise.departure().toString());
    }
  }
}
