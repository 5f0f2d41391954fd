package io.evenflow.service.http;

import io.evenflow.io.JsonObject;
import io.evenflow.live.Event;
import io.evenflow.live.SiteState;
import io.evenflow.service.site.Newcomers;
import io.evenflow.service.site.NewcomersJson;
import io.evenflow.service.site.SiteFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a site from a time on, one number a period, under the names scenarios have:
 * the sun by plant, loads by station and of the feeder, prices and emissions; and who may come.
 * What is not said stays as it was.
 */
final class SiteForecasts {
  private static final String FROM = "from";
  private static final String SOLAR = "solar";
  private static final String STATIONS = "stations";
  private static final String LOADS = "loads";
  private static final String PRICES = "prices";
  private static final String EMISSIONS = "emissions";
  private static final String NEWCOMERS = "newcomers";
  private static final String ID = "id";

  private final List<Series> all = new ArrayList<>();
  private final Instant at;
  private final @Nullable Instant from;
  private final UnaryOperator<Newcomers> newcomers;

  /** An event of what is expected from a period on. */
  private interface Maker {
    Event event(int first, double[] values);
  }

  private interface NamedMaker {
    Event event(String id, int first, double[] values);
  }

  private record Series(String name, double[] values, Maker maker) {}

  private SiteForecasts(JsonObject json, Instant now) {
    SiteRequest request =
        new SiteRequest(json, now, FROM, SOLAR, STATIONS, LOADS, PRICES, EMISSIONS, NEWCOMERS);
    at = request.at();
    boolean hasNewcomers = json.has(NEWCOMERS);
    newcomers = hasNewcomers ? NewcomersJson.read(json.object(NEWCOMERS)) : known -> known;
    addNamed(
        json, SOLAR, "availableKw", (id, first, kw) -> new Event.SolarExpected(at, id, first, kw));
    addNamed(
        json, STATIONS, "loadKw", (id, first, kw) -> new Event.LoadExpected(at, id, first, kw));
    add(json, LOADS, "scale", (first, scale) -> new Event.LoadsExpected(at, first, scale));
    add(json, PRICES, "perMwh", (first, each) -> new Event.PricesPublished(at, first, each));
    add(
        json,
        EMISSIONS,
        "gramsPerKwh",
        (first, grams) -> new Event.EmissionsExpected(at, first, grams));
    // those who come have times of their own
    from = json.has(FROM) || !all.isEmpty() || !hasNewcomers ? request.time(FROM) : null;
    if (all.isEmpty() && !hasNewcomers) {
      throw json.error(
          "nothing is expected from " + from + " on",
          "Maybe one of these is missing: "
              + String.join(", ", SOLAR, STATIONS, LOADS, PRICES, EMISSIONS, NEWCOMERS)
              + ".");
    }
  }

  /** What a body expects. */
  static SiteRequest.Said of(String text, Instant now) {
    return SiteRequest.read(
        text,
        json -> {
          SiteForecasts said = new SiteForecasts(json, now);
          return new SiteRequest.Said(said.at, said::events, said.newcomers, said::notes);
        });
  }

  private void add(JsonObject json, String object, String field, Maker maker) {
    if (json.has(object)) {
      SiteFields.requireKnown(json.object(object), List.of(field));
      add(object, json.object(object), field, maker);
    }
  }

  private void addNamed(JsonObject json, String list, String field, NamedMaker maker) {
    for (JsonObject each : json.objectsOrNone(list)) {
      SiteFields.requireKnown(each, List.of(ID, field));
      String id = each.text(ID);
      add(list + " '" + id + "'", each, field, (first, values) -> maker.event(id, first, values));
    }
  }

  private void add(String name, JsonObject json, String field, Maker maker) {
    all.add(new Series(name + ": " + field, json.numbers(field), maker));
  }

  private List<Event> events(SiteState state) {
    List<Event> events = new ArrayList<>();
    int first = from == null ? 0 : SiteRequest.period(state, from);
    for (Series each : all) {
      SiteRequest.requireWithin(state, first, first + each.values().length, each.name());
      events.add(each.maker().event(first, each.values()));
    }
    return events;
  }

  /** Who of those that were said is in no plan. */
  private List<String> notes(SiteState state) {
    return newcomers.apply(Newcomers.NONE).notes(state);
  }
}
