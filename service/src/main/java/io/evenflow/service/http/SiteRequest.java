package io.evenflow.service.http;

import io.evenflow.fleet.Charger;
import io.evenflow.io.InputException;
import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import io.evenflow.live.Event;
import io.evenflow.live.Here;
import io.evenflow.live.SiteState;
import io.evenflow.service.problem.InvalidScenario;
import io.evenflow.service.problem.MalformedJson;
import io.evenflow.service.problem.Refused;
import io.evenflow.service.site.Newcomers;
import io.evenflow.service.site.SiteFields;
import io.evenflow.time.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is said of a live site, as events; fields that are not known are an error. */
final class SiteRequest {
  private static final String AT = "at";
  private static final String STATION = "station";
  private static final String DEPARTURE = "departure";
  private static final String BATTERY = "batteryKwh";
  private static final String ENERGY = "energyKwh";
  private static final String TARGET = "targetKwh";
  private static final String MOST = "mostKw";
  private static final String LEFT = "left";
  private static final String IMPORT = "importKw";
  private static final String EXPORT = "exportKw";

  private final JsonObject json;
  private final Instant at;

  /**
   * @param now the time of whoever does not say another
   */
  SiteRequest(JsonObject json, Instant now, String... fields) {
    this.json = json;
    List<String> known = new ArrayList<>(List.of(fields));
    known.add(AT);
    SiteFields.requireKnown(json, known);
    at = json.has(AT) ? time(AT) : now;
  }

  /** When what it says holds. */
  Instant at() {
    return at;
  }

  /**
   * What a body says.
   *
   * @param events of a state at that time
   * @param newcomers what it makes of those who were expected
   * @param notes what of it moves nothing in plans of such a state, a sentence each
   */
  record Said(
      Instant at,
      Function<SiteState, List<Event>> events,
      UnaryOperator<Newcomers> newcomers,
      Function<SiteState, List<String>> notes) {
    Said(Instant at, Function<SiteState, List<Event>> events) {
      this(at, events, known -> known, state -> List.of());
    }
  }

  /** Of a session that comes, changes or leaves. */
  static Said session(String text, String id, Instant now) {
    return read(
        text,
        json -> {
          SiteRequest request =
              new SiteRequest(json, now, STATION, DEPARTURE, BATTERY, ENERGY, TARGET, MOST, LEFT);
          boolean leaves = json.has(LEFT) && json.truth(LEFT);
          boolean arrives = json.has(STATION) && !leaves;
          List<Event> changes = request.changes(id);
          return new Said(
              request.at,
              state -> {
                if (state.assets().containsKey(id)) {
                  return request.ofAsset(id);
                }
                Here here = state.here().get(id);
                return here == null && arrives
                    ? List.of(request.limited(request.arrived(id), state))
                    : request.ofSession(id, here, changes);
              });
        });
  }

  /** Of a battery or a vehicle of several stays, whose plans stand in the site's day. */
  private List<Event> ofAsset(String id) {
    double energyKwh = json.number(ENERGY);
    SiteFields.requireKnown(json, List.of(AT, ENERGY));
    return List.of(new Event.AssetEnergy(at, id, energyKwh));
  }

  /** A client that repeats all it knows means what is new in it. */
  private List<Event> ofSession(String id, @Nullable Here here, List<Event> changes) {
    if (here == null && changes.isEmpty()) {
      throw new Refused("session '" + id + "': is not here", "Maybe it comes with a station.");
    }
    if (here != null && json.has(STATION) && !json.text(STATION).equals(here.station())) {
      throw new Refused(
          "session '%s': is at station '%s', not '%s'"
              .formatted(id, here.station(), json.text(STATION)),
          "Maybe it left there, or is another session.");
    }
    if (here != null && json.has(BATTERY) && json.number(BATTERY) != here.batteryKwh()) {
      throw new Refused(
          "session '%s': has a battery of %s kWh, not %s"
              .formatted(id, here.batteryKwh(), json.number(BATTERY)),
          "Maybe energyKwh or targetKwh is meant, or another session.");
    }
    return changes;
  }

  private Event.Arrived arrived(String id) {
    double battery = json.number(BATTERY);
    return new Event.Arrived(
        at,
        id,
        json.text(STATION),
        time(DEPARTURE),
        battery,
        json.number(ENERGY),
        json.has(TARGET) ? json.number(TARGET) : battery,
        null);
  }

  /** The same with a charger that draws no more than is said of it. */
  private Event.Arrived limited(Event.Arrived arrived, SiteState state) {
    int station = state.day().stationIndex(arrived.station());
    if (!json.has(MOST) || station < 0) {
      return arrived;
    }
    Charger full = state.day().stations().get(station).charger();
    double kw = json.number(MOST);
    if (!(kw >= 0 && kw <= full.charge().maxKw())) {
      throw new Refused(
          "session '%s': mostKw (%s) must be a number from 0 to %s"
              .formatted(arrived.session(), kw, full.charge().maxKw()),
          "Maybe it was given in W, or leave it out: then it is what the station has.");
    }
    return new Event.Arrived(
        arrived.at(),
        arrived.session(),
        arrived.station(),
        arrived.departure(),
        arrived.batteryKwh(),
        arrived.energyKwh(),
        arrived.targetKwh(),
        full.drawingAtMost(kw));
  }

  private List<Event> changes(String id) {
    List<Event> events = new ArrayList<>();
    if (json.has(ENERGY)) {
      events.add(new Event.EnergyNow(at, id, json.number(ENERGY)));
    }
    if (json.has(TARGET)) {
      events.add(new Event.TargetChanged(at, id, json.number(TARGET)));
    }
    if (json.has(DEPARTURE)) {
      events.add(new Event.DepartureChanged(at, id, time(DEPARTURE)));
    }
    if (json.has(MOST)) {
      events.add(new Event.DrawsLess(at, id, json.number(MOST)));
    }
    if (json.has(LEFT) && json.truth(LEFT)) {
      events.add(new Event.Left(at, id));
    }
    return events;
  }

  /** Of what the substation may draw or give back for a while. */
  static Said limit(String text, Instant now) {
    return read(
        text,
        json -> {
          SiteRequest request = new SiteRequest(json, now, "from", "to", IMPORT, EXPORT);
          if (!json.has(IMPORT) && !json.has(EXPORT)) {
            throw json.error(
                "importKw is missing, and exportKw, too", "Maybe one of the two is meant.");
          }
          @Nullable Double importKw = json.has(IMPORT) ? limit(json, IMPORT) : null;
          @Nullable Double exportKw = json.has(EXPORT) ? limit(json, EXPORT) : null;
          @Nullable Instant from = json.has("from") ? request.time("from") : null;
          @Nullable Instant to = json.has("to") ? request.time("to") : null;
          return new Said(
              request.at,
              state -> {
                int first = from == null ? state.period() : period(state, from);
                int end = to == null ? state.day().periods() : period(state, to);
                requireWithin(state, first, end, "the limit");
                List<Event> events = new ArrayList<>();
                if (importKw != null) {
                  events.add(new Event.LimitChanged(request.at, first, end, importKw));
                }
                if (exportKw != null) {
                  events.add(new Event.ExportLimitChanged(request.at, first, end, exportKw));
                }
                return events;
              });
        });
  }

  /** Of prices from a time on, one for each period. */
  static Said prices(String text, Instant now) {
    return read(
        text,
        json -> {
          SiteRequest request = new SiteRequest(json, now, "from", "perMwh");
          double[] perMwh = json.numbers("perMwh");
          Instant from = request.time("from");
          return new Said(
              request.at,
              state -> {
                int first = period(state, from);
                requireWithin(state, first, first + perMwh.length, "the list of prices");
                return List.of(new Event.PricesPublished(request.at, first, perMwh));
              });
        });
  }

  private static double limit(JsonObject json, String field) {
    double kw = json.number(field);
    if (kw < 0) {
      throw json.error(
          field + " (" + kw + " kW) must be at least 0",
          "Maybe the other direction is meant: importKw is drawn, exportKw given back.");
    }
    return kw;
  }

  static void requireWithin(SiteState state, int from, int to, String what) {
    Horizon horizon = state.day().horizon();
    if (from >= to || to > state.day().periods()) {
      throw new Refused(
          "%s has %s periods of the site's day, which goes from %s to %s"
              .formatted(
                  what,
                  from >= to ? "no" : "more than the last",
                  horizon.startOf(0),
                  horizon.startOf(state.day().periods())),
          from >= to
              ? "Maybe from and to are the wrong way round, or of another day."
              : "Maybe its last numbers are of the day after.");
    }
  }

  /** First period that does not begin before a time; those of the day and the one after. */
  static int period(SiteState state, Instant time) {
    int period = 0;
    while (period < state.day().periods()
        && state.day().horizon().startOf(period).toInstant().isBefore(time)) {
      period++;
    }
    return period;
  }

  Instant time(String field) {
    return SiteFields.time(json, field);
  }

  static Said read(String text, Function<JsonObject, Said> reader) {
    JsonObject json;
    try {
      json = JsonSource.parse("body", text);
    } catch (InputException problem) {
      throw new MalformedJson(problem.sentence(), problem.maybe());
    }
    try {
      return reader.apply(json);
    } catch (InputException problem) {
      throw new InvalidScenario(problem.sentence(), problem.maybe());
    }
  }
}
