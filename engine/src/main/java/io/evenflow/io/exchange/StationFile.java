package io.evenflow.io.exchange;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Station;
import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvTable.Row;
import io.evenflow.io.InputException;
import io.evenflow.io.NumberColumn;
import io.evenflow.io.Quantity;
import io.evenflow.time.Series;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table of stations: {@code station} and {@code bus}, and if need be {@code charger} (then a line
 * a charger; without it the station is the charger), {@code power}, {@code min_power}, {@code
 * discharge_power}, {@code efficiency}, {@code import} and {@code export} (what the connection
 * carries) and {@code plugs}. Powers in kW. Of a station's lines the first says what it is.
 */
final class StationFile {
  private enum Field {
    STATION("station", "stationid", "id", "name"),
    CHARGER("charger", "chargerid", "evse", "evseuid"),
    BUS("bus", "busnumber"),
    POWER("power", "maxpower", "chargepower"),
    MIN_POWER("minpower", "leastpower"),
    DISCHARGE_POWER("dischargepower"),
    EFFICIENCY("efficiency"),
    IMPORT("import", "importlimit", "connection", "connectionimport"),
    EXPORT("export", "exportlimit", "connectionexport"),
    PLUGS("plugs");

    private final List<String> names;

    Field(String... names) {
      this.names = List.of(names);
    }
  }

  private final CsvTable table;
  private final ChargerPower usual;
  private final int periods;
  private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
  private final Map<Field, List<@Nullable Double>> numbers = new EnumMap<>(Field.class);

  private StationFile(CsvTable table, ChargerPower usual, int periods) {
    this.table = table;
    this.usual = usual;
    this.periods = periods;
    for (Field field : Field.values()) {
      columns.put(field, table.column(name -> field.names.contains(ColumnName.of(name).words())));
    }
    require(Field.STATION, "stations");
    require(Field.BUS, "buses");
    read(Field.BUS, Quantity.NUMBER);
    read(Field.PLUGS, Quantity.NUMBER);
    read(Field.EFFICIENCY, Quantity.EFFICIENCY);
    for (Field field :
        List.of(Field.POWER, Field.MIN_POWER, Field.DISCHARGE_POWER, Field.IMPORT, Field.EXPORT)) {
      read(field, Quantity.POWER_KW);
    }
  }

  private void require(Field field, String what) {
    if (!has(field)) {
      throw new InputException(
          "%s: has no column of %s among %s"
              .formatted(table.file(), what, String.join(", ", table.header())),
          "Maybe name it '" + field.names.getFirst() + "'.");
    }
  }

  private boolean has(Field field) {
    return column(field) != CsvTable.NONE;
  }

  private int column(Field field) {
    return columns.getOrDefault(field, CsvTable.NONE);
  }

  private void read(Field field, Quantity quantity) {
    if (has(field)) {
      numbers.put(field, NumberColumn.read(table, column(field), quantity, Measured::isMissing));
    }
  }

  /**
   * Reads a file.
   *
   * @param usual what stations can do that say no power
   * @param periods of the horizon
   * @throws InputException where it is no such table
   */
  static ChargerPlaces read(TableText table, ChargerPower usual, int periods) {
    return new StationFile(CsvTable.parse(table.file(), table.csv()), usual, periods).places();
  }

  private ChargerPlaces places() {
    Map<String, Station> stations = new LinkedHashMap<>();
    Map<String, String> stationOf = new HashMap<>();
    for (int i = 0; i < table.rows().size(); i++) {
      Row row = table.rows().get(i);
      String id = row.at(column(Field.STATION));
      if (id.isEmpty()) {
        throw table.error(row, "names no station", "Maybe a cell was left empty.");
      }
      stations.putIfAbsent(id, station(id, i, row));
      stationOf.put(has(Field.CHARGER) ? row.at(column(Field.CHARGER)) : id, id);
    }
    return new ChargerPlaces(
        List.copyOf(stations.values()), stationOf, has(Field.POWER) || usual.isTold());
  }

  private @Nullable Double at(Field field, int index) {
    List<@Nullable Double> column = numbers.get(field);
    return column == null ? null : column.get(index);
  }

  private Station station(String id, int index, Row row) {
    Double bus = at(Field.BUS, index);
    if (bus == null || bus != Math.rint(bus)) {
      throw table.error(
          row, column(Field.BUS), "must be the number of a bus", "Maybe a cell was left empty.");
    }
    try {
      Connection connection =
          new Connection(constant(Field.IMPORT, index), constant(Field.EXPORT, index));
      Double plugs = at(Field.PLUGS, index);
      Station.Site site =
          new Station.Site(
              null, null, connection, plugs == null ? null : (Integer) plugs.intValue(), null);
      return new Station(id, bus.intValue(), charger(index), site);
    } catch (IllegalArgumentException refused) {
      throw table.error(
          row, String.valueOf(refused.getMessage()), "Maybe two columns are exchanged.");
    }
  }

  private @Nullable Series constant(Field field, int index) {
    Double kw = at(field, index);
    return kw == null ? null : Series.constant(periods, kw);
  }

  private Charger charger(int index) {
    Charger charger = usual.charger();
    Double most = at(Field.POWER, index);
    Double least = at(Field.MIN_POWER, index);
    Double discharge = at(Field.DISCHARGE_POWER, index);
    Double efficiency = at(Field.EFFICIENCY, index);
    double eta = efficiency == null ? charger.chargeEfficiency() : efficiency;
    PowerRange power =
        new PowerRange(
            least == null ? charger.charge().minKw() : least,
            most == null ? charger.charge().maxKw() : most);
    PowerRange fed = discharge == null || discharge <= 0 ? null : new PowerRange(0, discharge);
    return new Charger(power, eta, fed, fed == null ? 1 : eta);
  }
}
