package io.evenflow.io.exchange;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.io.PriceColumnNames;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables as text blocks, and what is made of them on case33bw. */
final class Tables {
  private final Path folder;
  private final Map<SessionField, String> columns = new EnumMap<>(SessionField.class);
  private @Nullable TableText sessions;
  private @Nullable TableText prices;
  private PriceColumnNames priceNames = PriceColumnNames.FOUND;
  private @Nullable TableText stations;
  private @Nullable ProfileOptions loads;
  private @Nullable ProfileOptions solar;
  private @Nullable String energyUnit;
  private @Nullable Integer counted;
  private @Nullable LocalDate date;
  private @Nullable ZoneId zone;
  private @Nullable PowerRange power;
  private @Nullable Double price = 80.0;
  private double efficiency = 1;
  private int step = 60;
  private List<Integer> buses = List.of(6);

  Tables(Path folder) {
    this.folder = folder;
  }

  private TableText file(String name, String text) {
    try {
      return TableText.read(Files.writeString(folder.resolve(name), text));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  Tables sessions(String csv) {
    sessions = file("sessions.csv", csv);
    return this;
  }

  Tables prices(String csv) {
    prices = file("prices.csv", csv);
    price = null;
    return this;
  }

  Tables priceColumns(@Nullable String start, @Nullable String price) {
    priceNames = new PriceColumnNames(start, price);
    return this;
  }

  Tables stations(String csv) {
    stations = file("stations.csv", csv);
    return this;
  }

  Tables loads(String csv, @Nullable String column, @Nullable String unit) {
    loads = new ProfileOptions(file("loads.csv", csv), column, unit, null, null);
    return this;
  }

  Tables solar(String csv, @Nullable String at, @Nullable Double ratedKw) {
    solar = new ProfileOptions(file("solar.csv", csv), null, null, at, ratedKw);
    return this;
  }

  Tables column(SessionField field, String name) {
    columns.put(field, name);
    return this;
  }

  Tables energyUnit(String unit) {
    energyUnit = unit;
    return this;
  }

  Tables counted(int minutes) {
    counted = minutes;
    return this;
  }

  Tables date(String day) {
    date = LocalDate.parse(day);
    return this;
  }

  Tables zone(String name) {
    zone = ZoneId.of(name);
    return this;
  }

  Tables power(double minKw, double maxKw) {
    power = new PowerRange(minKw, maxKw);
    return this;
  }

  Tables efficiency(double share) {
    efficiency = share;
    return this;
  }

  Tables step(int minutes) {
    step = minutes;
    return this;
  }

  Tables buses(Integer... numbers) {
    buses = List.of(numbers);
    return this;
  }

  Imported imported() {
    return TableImport.of(
        new TableSources(
            new FeederSource("case33bw", BuiltInCases.read("case33bw")),
            sessions,
            new SessionOptions(columns, energyUnit, null, null, efficiency, counted),
            prices == null ? null : new PriceOptions(prices, priceNames, null),
            price,
            loads,
            solar,
            stations,
            buses,
            new ChargerPower(power, efficiency),
            new ImportedDay(date, 1, step, zone),
            "EUR",
            null));
  }

  Scenario scenario() {
    return imported().scenario();
  }

  /** A line a session: id, station, first and end period, energies of the battery, power. */
  static List<String> lines(Imported imported) {
    return imported.scenario().sessions().stream().map(Tables::line).toList();
  }

  private static String line(Session s) {
    return String.format(
        Locale.ROOT,
        "%s %s %d-%d %s→%s of %s kWh, %s kW",
        s.id(),
        s.station(),
        s.arrival(),
        s.departure(),
        Rounded.text(s.arrivalEnergyKwh()),
        Rounded.text(s.targetEnergyKwh()),
        Rounded.text(s.batteryKwh()),
        Rounded.text(s.charger().charge().maxKw()));
  }
}
