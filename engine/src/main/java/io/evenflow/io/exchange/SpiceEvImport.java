package io.evenflow.io.exchange;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.io.InputException;
import io.evenflow.io.JsonObject;
import io.evenflow.io.JsonSource;
import io.evenflow.io.TextFile;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a scenario of a SpiceEV scenario: a station for each grid connector, with all that is
 * behind it; charging stations are the powers of stays.
 */
public final class SpiceEvImport {
  /** A kWh that is missing on departure costs at least so many times the dearest energy. */
  private static final double DEARER = 10;

  private static final List<String> ONLY_FOR_MAKING =
      List.of("mileage", "no_drive_days", "name", "voltage_level", "grid_operator");

  private final ConnectionPlace place;
  private final JsonObject root;
  private final @Nullable Path folder;
  private final Notes notes = new Notes();
  private final SpiceEvTime time;
  private final Map<String, SpiceEvMeter> meters = new LinkedHashMap<>();

  private SpiceEvImport(ConnectionPlace place, JsonObject root, @Nullable Path folder) {
    this.place = place;
    this.root = root;
    this.folder = folder;
    time = new SpiceEvTime(root.object("scenario"));
  }

  /**
   * Reads a file; CSV files it names are relative to its folder.
   *
   * @throws InputException where it is no such scenario, naming field and value
   */
  public static Imported read(Path path, ConnectionPlace place) {
    return read(path.toString(), TextFile.read(path), place, path.toAbsolutePath().getParent());
  }

  /** Reads a text; {@code file} is how errors name it. */
  public static Imported read(
      String file, String json, ConnectionPlace place, @Nullable Path folder) {
    SpiceEvImport made = new SpiceEvImport(place, JsonSource.parse(file, json), folder);
    Scenario scenario =
        made.root.build(
            "Maybe two fields are exchanged.",
            () -> made.scenario(Notes.name(file).replaceFirst("\\.json$", "")));
    return Imported.of(scenario, made.notes);
  }

  /** The named objects of an object of objects; none where the field is absent. */
  static Map<String, JsonObject> entries(JsonObject parent, String field) {
    Map<String, JsonObject> entries = new LinkedHashMap<>();
    if (parent.has(field)) {
      JsonObject all = parent.object(field);
      for (String id : all.node().propertyNames()) {
        entries.put(id, all.object(id));
      }
    }
    return entries;
  }

  private Scenario scenario(String name) {
    notes.say("what happens within a step is taken at the next, as SpiceEV does");
    JsonObject events = root.object("events");
    JsonObject components = root.object("components");
    entries(components, "grid_connectors")
        .forEach((id, connector) -> meters.put(id, new SpiceEvMeter(id, connector, time, notes)));
    for (JsonObject signal : events.objectsOrNone("grid_operator_signals")) {
      meter(signal, "grid_connector_id").signal(signal, time);
    }
    loads(events);
    List<Solar> solar = solar(events);
    double dearest =
        meters.values().stream().mapToDouble(SpiceEvMeter::dearestPerKwh).max().orElse(0);
    double shortfall = Math.max(Session.DEFAULT_SHORTFALL_COST_PER_KWH, DEARER * dearest);
    SpiceEvFleet fleet = new SpiceEvFleet(root, time, shortfall, notes);
    List<Station> stations = new ArrayList<>();
    meters.forEach((id, meter) -> stations.add(meter.station(place.bus(), fleet.greatestKw(id))));
    explain(events);
    int periods = time.horizon().periods();
    return new Scenario(
        name,
        place.currency(),
        place.feeder().name(),
        place.feeder().network(),
        time.horizon(),
        DayAheadPrices.of(new double[periods]),
        Loads.flat(periods),
        List.of(),
        Limits.OF_THE_CASE,
        new double[periods],
        stations,
        fleet.sessions(),
        new Equipment(
            Substation.OF_THE_CASE,
            List.of(),
            solar,
            batteries(components),
            fleet.vehicles(),
            null));
  }

  private SpiceEvMeter meter(JsonObject object, String field) {
    SpiceEvMeter meter = meters.get(object.text(field));
    if (meter == null) {
      throw object.error(
          "%s ('%s') does not exist".formatted(field, object.text(field)),
          "Maybe it is one of " + meters.keySet() + ".");
    }
    return meter;
  }

  private void loads(JsonObject events) {
    for (String field : List.of("fixed_load", "external_load")) {
      entries(events, field)
          .forEach(
              (id, load) -> {
                double[] kw = series(field, id, load);
                if (kw != null) {
                  meter(load, "grid_connector_id").addLoad(kw);
                }
              });
    }
  }

  private List<Solar> solar(JsonObject events) {
    List<Solar> plants = new ArrayList<>();
    for (String field : List.of("local_generation", "energy_feed_in")) {
      entries(events, field)
          .forEach(
              (id, sun) -> {
                double[] kw = series(field, id, sun);
                if (kw != null) {
                  meter(sun, "grid_connector_id");
                  plants.add(plant(id, sun.text("grid_connector_id"), kw));
                }
              });
    }
    return plants;
  }

  private Solar plant(String id, String meter, double[] kw) {
    notes.say(id + ": may give less than there is, as what is fed in earns nothing");
    return new Solar(
        id, Location.station(meter), Series.of(kw), true, null, Solar.Reactive.NONE, 1);
  }

  /** Powers of a series, null where its file is not there, which is said. */
  private double @Nullable [] series(String field, String id, JsonObject entry) {
    try {
      SpiceEvSeries series = new SpiceEvSeries(entry, folder);
      double[] kw = series.kw(time.horizon());
      if (!series.fits(time.horizon())) {
        notes.say(
            "%s '%s': periods have the mean of its numbers; SpiceEV takes one of them for a step"
                .formatted(field, id));
      }
      return kw;
    } catch (InputException missing) {
      notes.say("%s '%s' is left out: %s".formatted(field, id, Notes.name(missing.sentence())));
      return null;
    }
  }

  private List<Battery> batteries(JsonObject components) {
    List<Battery> batteries = new ArrayList<>();
    entries(components, "batteries")
        .forEach(
            (id, battery) -> {
              double capacity = battery.numberOr(-1, "capacity");
              if (capacity <= 0) {
                notes.say(id + ": a battery without a capacity cannot be used and is left out");
                return;
              }
              meter(battery, "parent");
              batteries.add(battery(id, battery, capacity));
            });
    return batteries;
  }

  private Battery battery(String id, JsonObject battery, double capacity) {
    List<double[]> curve = battery.pairs("charging_curve");
    double most = curve.stream().mapToDouble(point -> point[1]).max().orElse(0);
    double least = curve.stream().mapToDouble(point -> point[1]).min().orElse(0);
    if (least < most) {
      notes.say(
          "%s: its charging curve falls, which batteries do not have; it has %s kW throughout"
              .formatted(id, Rounded.text(least)));
    }
    double start = capacity * battery.numberOr(0, "soc");
    double efficiency = battery.numberOr(SpiceEvFleet.USUAL_EFFICIENCY, "efficiency");
    notes.say(
        "%s: holds %s kWh at the start, and at the end at least as much"
            .formatted(id, Rounded.text(start)));
    return battery.build(
        "Maybe two of its fields are exchanged.",
        () ->
            new Battery(
                id,
                Location.station(battery.text("parent")),
                capacity,
                0,
                start,
                start,
                0,
                new Charger(
                    new PowerRange(battery.numberOr(0, "min_charging_power"), least),
                    efficiency,
                    new PowerRange(0, least),
                    efficiency),
                0));
  }

  private void explain(JsonObject events) {
    notes.say(
        "the grid is %s, its losses cost nothing; grid connectors are stations at bus %d"
            .formatted(place.feeder().name(), place.bus()));
    notes.say(
        "%s only serve to make such a scenario and are not used"
            .formatted(String.join(", ", ONLY_FOR_MAKING)));
    List<String> known =
        List.of(
            "grid_operator_signals",
            "fixed_load",
            "external_load",
            "local_generation",
            "energy_feed_in",
            "vehicle_events");
    for (String field : events.node().propertyNames()) {
      if (!known.contains(field)) {
        notes.say("events.%s has no counterpart and is not used".formatted(field));
      }
    }
    JsonObject scenario = root.object("scenario");
    if (scenario.has("core_standing_time") && !scenario.isNull("core_standing_time")) {
      notes.say("scenario.core_standing_time has no counterpart and is not used");
    }
  }
}
