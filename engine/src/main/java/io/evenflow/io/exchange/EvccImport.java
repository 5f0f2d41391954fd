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
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a scenario of a request of evcc's optimizer: one home, its load, PV, batteries and vehicles
 * behind one meter. Energies there are Wh a step, powers W, prices per Wh.
 */
public final class EvccImport {
  private static final String STATION = "home";

  /** Missing a goal costs at least so many times the dearest energy. */
  private static final double DEARER = 10;

  private final ConnectionPlace place;
  private final @Nullable OffsetDateTime start;
  private final JsonObject request;
  private final Notes notes = new Notes();

  private EvccImport(ConnectionPlace place, @Nullable OffsetDateTime start, JsonObject request) {
    this.place = place;
    this.start = start;
    this.request = request;
  }

  /**
   * Reads a file: the request, or an object that has it as its {@code request}.
   *
   * @param start of the first step, null where that means nothing
   * @throws InputException where it is no such request, naming field and value
   */
  public static Imported read(Path path, ConnectionPlace place, @Nullable OffsetDateTime start) {
    return read(path.toString(), TextFile.read(path), place, start);
  }

  /** Reads a text; {@code file} is how errors name it. */
  public static Imported read(
      String file, String json, ConnectionPlace place, @Nullable OffsetDateTime start) {
    JsonObject root = JsonSource.parse(file, json);
    JsonObject request = root.has("request") ? root.object("request") : root;
    EvccImport made = new EvccImport(place, start, request);
    Scenario scenario =
        request.build(
            "Maybe two fields are exchanged.",
            () -> made.scenario(Notes.name(file).replaceFirst("\\.json$", "")));
    return Imported.of(scenario, made.notes);
  }

  private Scenario scenario(String name) {
    explain();
    EvccSteps steps = new EvccSteps(request.object("time_series"), start, notes);
    EvccGrid grid = new EvccGrid(objectOrNull("grid"), notes);
    Tariff tariff = grid.tariff(steps);
    Series load = steps.kw("gt");
    Series sun = steps.kw("ft");
    List<Battery> batteries = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    storage(steps, tariff, spareKw(grid, load, sun), batteries, sessions);
    EvccImportLimit limit = new EvccImportLimit(steps.horizon(), batteries);
    Station.Site site =
        new Station.Site(tariff, load, grid.connection(load, sun, limit), null, null);
    Charger charger = new Charger(new PowerRange(0, 11), efficiency("eta_c"), null, 1);
    int periods = steps.horizon().periods();
    return new Scenario(
        name,
        place.currency(),
        place.feeder().name(),
        place.feeder().network(),
        steps.horizon(),
        DayAheadPrices.of(tariff.importPerMwh().toArray()),
        Loads.flat(periods),
        List.of(),
        Limits.OF_THE_CASE,
        new double[periods],
        List.of(new Station(STATION, place.bus(), charger, site)),
        sessions,
        new Equipment(
            Substation.OF_THE_CASE,
            List.of(),
            solar(sun, grid.limitsExport()),
            batteries,
            List.of(),
            null));
  }

  private List<Solar> solar(Series sun, boolean curtailable) {
    if (sun.greatest() <= 0) {
      return List.of();
    }
    notes.say(
        curtailable
            ? "PV may give less than there is, as grid.p_max_exp asks"
            : "PV gives all there is");
    return List.of(
        new Solar(
            "roof", Location.station(STATION), sun, curtailable, null, Solar.Reactive.NONE, 1));
  }

  /** By step, what the import limit leaves for charging; null where there is none. Unit: kW */
  private static @Nullable Series spareKw(EvccGrid grid, Series load, Series sun) {
    Double limit = grid.importLimitKw();
    if (limit == null) {
      return null;
    }
    double[] kw = new double[load.periods()];
    for (int t = 0; t < kw.length; t++) {
      kw[t] = Math.max(0, limit - load.at(t) + sun.at(t));
    }
    return Series.of(kw);
  }

  private void storage(
      EvccSteps steps,
      Tariff tariff,
      @Nullable Series spareKw,
      List<Battery> batteries,
      List<Session> sessions) {
    double shortfall =
        Math.max(
            Session.DEFAULT_SHORTFALL_COST_PER_KWH,
            DEARER * tariff.importPerMwh().greatest() / 1000);
    List<JsonObject> entries = request.objects("batteries");
    for (int i = 0; i < entries.size(); i++) {
      String id = "battery" + (i + 1);
      JsonObject entry = entries.get(i);
      unknown(entry, id + ": ", EvccStorage.FIELDS);
      EvccStorage storage =
          new EvccStorage(
              id, entry, steps, spareKw, STATION, efficiency("eta_c"), efficiency("eta_d"), notes);
      if (storage.hasGoals()) {
        notes.say(
            "%s has goals and is a session; each kWh missing at one costs %s"
                .formatted(id, Rounded.text(shortfall)));
        sessions.add(storage.session(shortfall));
      } else {
        batteries.add(storage.battery());
      }
    }
  }

  private double efficiency(String field) {
    return request.numberOr(0.95, field);
  }

  private @Nullable JsonObject objectOrNull(String field) {
    return request.has(field) && !request.isNull(field) ? request.object(field) : null;
  }

  private void explain() {
    notes.say(
        "the meter is station '%s' at bus %d of %s; losses of the grid cost nothing"
            .formatted(STATION, place.bus(), place.feeder().name()));
    unknown(request, "", "strategy", "grid", "batteries", "time_series", "eta_c", "eta_d", "M");
    JsonObject strategy = objectOrNull("strategy");
    if (strategy != null) {
      for (String field : strategy.node().propertyNames()) {
        notes.say(
            "strategy.%s ('%s') has no counterpart: equal costs are equal"
                .formatted(field, strategy.text(field)));
      }
    }
  }

  private void unknown(JsonObject object, String prefix, String... known) {
    for (String field : object.node().propertyNames()) {
      if (!List.of(known).contains(field)) {
        notes.say("%s%s is not known and not used".formatted(prefix, field));
      }
    }
  }
}
