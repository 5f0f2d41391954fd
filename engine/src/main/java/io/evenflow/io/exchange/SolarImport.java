package io.evenflow.io.exchange;

import io.evenflow.fleet.Location;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.io.InputException;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PV from a table: a plant for each column, at the bus or station the column's name says, or at
 * what is told. All can give less than there is, and draw no reactive power.
 */
final class SolarImport {
  private SolarImport() {}

  /**
   * @param options what the table does not say
   * @throws InputException where a column has no place, or its unit is not clear
   */
  static List<Solar> read(
      ProfileFile file,
      List<Station> stations,
      ProfileOptions options,
      Horizon horizon,
      ZoneId zone,
      Notes notes) {
    List<Solar> plants = new ArrayList<>();
    for (ProfileColumn column : ProfileColumn.of(file, stations)) {
      if (options.column() == null || options.column().equals(column.name())) {
        plants.add(plant(column, stations, options, horizon, zone, notes));
      }
    }
    if (!plants.isEmpty()) {
      notes.say("PV can be curtailed and has no reactive power");
    }
    return plants;
  }

  private static Solar plant(
      ProfileColumn column,
      List<Station> stations,
      ProfileOptions options,
      Horizon horizon,
      ZoneId zone,
      Notes notes) {
    Location place = column.place() == null ? told(options.at(), stations) : column.place();
    if (place == null) {
      throw new InputException(
          "%s: column '%s' names neither a bus nor a station"
              .formatted(column.file().file(), column.name()),
          "Maybe say where it is: --solar-at 6, or a station's id.");
    }
    double[] kw =
        options.ratedKw() == null
            ? column.powersKw(horizon, zone, options.unit(), "--solar-unit", notes)
            : column.numbers(horizon, zone, notes);
    double factor = options.ratedKw() == null ? 1 : options.ratedKw();
    for (int t = 0; t < kw.length; t++) {
      if (kw[t] < 0) {
        notes.say(
            "%s: column '%s' is below 0 in places, which counts as 0"
                .formatted(Notes.name(column.file().file()), column.name()));
      }
      kw[t] = Rounded.of(Math.max(0, kw[t] * factor));
    }
    return new Solar(
        "solar-" + column.name(), place, Series.of(kw), true, null, Solar.Reactive.NONE, 1);
  }

  private static @Nullable Location told(@Nullable String at, List<Station> stations) {
    if (at == null) {
      return null;
    }
    boolean isStation = stations.stream().anyMatch(station -> station.id().equals(at));
    if (!isStation && !at.matches("\\d{1,9}")) {
      throw new InputException(
          "--solar-at ('" + at + "') is neither the number of a bus nor a station's id",
          "Maybe the station is not in the table of stations.");
    }
    return isStation ? Location.station(at) : Location.bus(Integer.parseInt(at));
  }
}
