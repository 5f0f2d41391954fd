package io.evenflow.io;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Scenario;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the schedule in a result file: sessions and what else moves by id, generators in file
 * order, periods.
 */
final class ScheduleReader {
  private final JsonObject root;
  private final Scenario scenario;

  ScheduleReader(JsonObject root, Scenario scenario) {
    this.root = root;
    this.scenario = scenario;
  }

  /** Whether the file has a schedule, whatever its status says. */
  boolean isThere() {
    return root.has(ResultShape.PERIODS)
        && !root.isNull(ResultShape.PERIODS.name())
        && !root.objects(ResultShape.PERIODS.name()).isEmpty();
  }

  ToldSchedule read() {
    return new ToldSchedule(sessions(), vehicles(), batteries(), solar(), generators(), periods());
  }

  private <T> List<T> required(Field<List<T>> field) {
    List<T> list = root.orNull(field);
    if (list == null) {
      throw root.missing(field.name());
    }
    return list;
  }

  private List<StoragePowers> sessions() {
    List<String> ids = scenario.sessions().stream().map(Session::id).toList();
    return new ById<>(root, "session", required(ResultShape.SESSIONS), StoragePowers::id)
        .inOrder("sessions", ids, scenario.name());
  }

  /** Files of scenarios without vehicles need no such list. */
  private List<StoragePowers> vehicles() {
    List<String> ids = scenario.vehicles().stream().map(Vehicle::id).toList();
    return new ById<>(root, "vehicle", orNone(ResultShape.VEHICLES), StoragePowers::id)
        .inOrder("vehicles", ids, scenario.name());
  }

  private List<StoragePowers> batteries() {
    List<String> ids = scenario.batteries().stream().map(Battery::id).toList();
    return new ById<>(root, "battery", orNone(ResultShape.BATTERIES), StoragePowers::id)
        .inOrder("batteries", ids, scenario.name());
  }

  private List<SolarPowers> solar() {
    List<String> ids = scenario.solar().stream().map(Solar::id).toList();
    return new ById<>(root, "solar", orNone(ResultShape.SOLAR), SolarPowers::id)
        .inOrder("solar", ids, scenario.name());
  }

  private <T> List<T> orNone(Field<List<T>> field) {
    List<T> list = root.orNull(field);
    return list == null ? List.of() : list;
  }

  /** Those in service; a file may list the ones that are off, too. */
  private List<GeneratorPowers> generators() {
    List<GeneratorPowers> listed = required(ResultShape.GENERATORS);
    List<Generator> inService = scenario.feeder().generators();
    List<Generator> all = scenario.feeder().network().generators();
    List<Generator> expected = listed.size() == inService.size() ? inService : all;
    if (listed.size() != expected.size()) {
      throw root.error(
          "generators has %d entries, case '%s' has %d in service"
              .formatted(listed.size(), scenario.feederCase(), inService.size()),
          "Maybe the substation's generator was left out: it is one of them.");
    }
    List<GeneratorPowers> generators = new ArrayList<>();
    for (int g = 0; g < listed.size(); g++) {
      if (listed.get(g).bus() != expected.get(g).bus()) {
        throw root.error(
            "generators[%d].bus (%d) must be %d"
                .formatted(g, listed.get(g).bus(), expected.get(g).bus()),
            "Maybe the generators are not in the order of the case file.");
      }
      if (inService.contains(expected.get(g))) {
        generators.add(listed.get(g));
      }
    }
    return generators;
  }

  private List<PeriodFigures> periods() {
    List<PeriodFigures> periods = required(ResultShape.PERIODS);
    if (periods.size() != scenario.periods()) {
      throw root.error(
          "periods has " + periods.size() + " entries, horizon.periods is " + scenario.periods(),
          "Maybe the result is of another horizon.");
    }
    String[] stations = scenario.stations().stream().map(Station::id).toArray(String[]::new);
    for (int t = 0; t < periods.size(); t++) {
      requireStart(t, periods.get(t).start());
      for (String id : periods.get(t).flow().stationKw().keySet()) {
        if (!List.of(stations).contains(id)) {
          throw root.error(
              "periods[" + t + "].stationKw." + id + " is not a field",
              Suggestion.of(id, stations));
        }
      }
    }
    return periods;
  }

  private void requireStart(int period, @Nullable String text) {
    OffsetDateTime wanted = scenario.horizon().startOf(period);
    if (text != null && !isAt(text, wanted)) {
      throw root.error(
          "periods[%d].start ('%s') must be %s".formatted(period, text, Times.text(wanted)),
          "Maybe the result is of another day.");
    }
  }

  private static boolean isAt(String text, OffsetDateTime wanted) {
    try {
      return OffsetDateTime.parse(text).isEqual(wanted);
    } catch (DateTimeException noTime) {
      return false;
    }
  }
}
