package io.evenflow.service.site;

import io.evenflow.io.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may still come, as it is said, shown and kept. */
public final class NewcomersJson {
  private static final String BOOKINGS = "bookings";
  private static final String SCENARIOS = "scenarios";
  private static final String SESSIONS = "sessions";
  private static final String ID = "id";
  private static final List<String> FIELDS =
      List.of("station", "arrival", "departure", "batteryKwh", "energyKwh", "targetKwh", "mostKw");

  /** A plan under more would hardly be there in time. */
  private static final int MOST_SCENARIOS = 50;

  private static final int MOST_SESSIONS = 2000;

  private NewcomersJson() {}

  /** What an object says; what it leaves out stays as it was. */
  public static UnaryOperator<Newcomers> read(JsonObject json) {
    SiteFields.requireKnown(json, List.of(BOOKINGS, SCENARIOS));
    List<Newcomer> bookings = bookings(json.objectsOrNone(BOOKINGS));
    List<List<Newcomer>> scenarios = new ArrayList<>();
    for (JsonObject each : json.objectsOrNone(SCENARIOS)) {
      SiteFields.requireKnown(each, List.of(SESSIONS));
      scenarios.add(each.objects(SESSIONS).stream().map(one -> newcomer(one, "")).toList());
    }
    requireAtMost(json, scenarios.size(), SCENARIOS, MOST_SCENARIOS);
    int sessions = bookings.size() + scenarios.stream().mapToInt(List::size).sum();
    requireAtMost(json, sessions, "their sessions", MOST_SESSIONS);
    return known -> {
      Newcomers next = json.has(BOOKINGS) ? known.withBookings(bookings) : known;
      return json.has(SCENARIOS) ? next.withScenarios(scenarios) : next;
    };
  }

  private static List<Newcomer> bookings(List<JsonObject> list) {
    List<Newcomer> bookings = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonObject each : list) {
      String id = each.text(ID);
      if (id.isBlank() || !ids.add(id)) {
        throw each.error(
            id.isBlank() ? "id is empty" : "id ('" + id + "') is that of another booking, too",
            "Maybe it is meant to be the name its session will have.");
      }
      bookings.add(newcomer(each, id));
    }
    return bookings;
  }

  private static void requireAtMost(JsonObject json, int count, String what, int most) {
    if (count > most) {
      throw json.error(
          "%s (%d) must be at most %d".formatted(what, count, most),
          "Maybe fewer, drawn at random, say the same.");
    }
  }

  private static Newcomer newcomer(JsonObject json, String id) {
    List<String> known = new ArrayList<>(FIELDS);
    if (!id.isEmpty()) {
      known.addFirst(ID);
    }
    SiteFields.requireKnown(json, known);
    double battery = json.number("batteryKwh");
    return json.build(
        "Maybe two fields were swapped, or another unit was meant.",
        () ->
            new Newcomer(
                id,
                json.text("station"),
                SiteFields.time(json, "arrival"),
                SiteFields.time(json, "departure"),
                battery,
                json.number("energyKwh"),
                json.numberOr(battery, "targetKwh"),
                json.numberOrNull("mostKw")));
  }

  /** The same as JSON, in full. */
  public static ObjectNode write(Newcomers newcomers, ObjectNode json) {
    ArrayNode bookings = json.putArray(BOOKINGS);
    newcomers.bookings().forEach(each -> write(each, bookings.addObject().put(ID, each.id())));
    ArrayNode scenarios = json.putArray(SCENARIOS);
    for (List<Newcomer> each : newcomers.scenarios()) {
      ArrayNode sessions = scenarios.addObject().putArray(SESSIONS);
      each.forEach(one -> write(one, sessions.addObject()));
    }
    return json;
  }

  private static void write(Newcomer newcomer, ObjectNode json) {
    json.put("station", newcomer.station())
        .put("arrival", newcomer.arrival().toString())
        .put("departure", newcomer.departure().toString())
        .put("batteryKwh", newcomer.batteryKwh())
        .put("energyKwh", newcomer.energyKwh())
        .put("targetKwh", newcomer.targetKwh());
    if (newcomer.mostKw() != null) {
      json.put("mostKw", newcomer.mostKw());
    }
  }
}
