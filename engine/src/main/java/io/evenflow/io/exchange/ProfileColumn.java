package io.evenflow.io.exchange;

import io.evenflow.fleet.Location;
import io.evenflow.fleet.Station;
import io.evenflow.io.InputException;
import io.evenflow.time.Horizon;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of loads or of PV.
 *
 * @param index of the column
 * @param place the bus or station its name says ({@code bus6}, {@code 6}, a station's id), null for
 *     neither
 */
record ProfileColumn(ProfileFile file, int index, @Nullable Location place) {
  static List<ProfileColumn> of(ProfileFile file, List<Station> stations) {
    return file.columns().stream()
        .map(c -> new ProfileColumn(file, c, place(file.header(c), stations)))
        .toList();
  }

  private static @Nullable Location place(String header, List<Station> stations) {
    String words = ColumnName.of(header).words();
    for (Station station : stations) {
      if (header.equals(station.id()) && !station.id().equals("bus" + station.bus())) {
        return Location.station(station.id());
      }
    }
    if (words.matches("(bus)?\\d{1,9}")) {
      return Location.bus(Integer.parseInt(words.replace("bus", "")));
    }
    return stations.stream()
        .filter(station -> ColumnName.of(station.id()).words().equals(words))
        .findFirst()
        .map(station -> Location.station(station.id()))
        .orElse(null);
  }

  String name() {
    return file.header(index);
  }

  double[] numbers(Horizon horizon, ZoneId zone, Notes notes) {
    return file.over(horizon, index, zone, notes);
  }

  /**
   * Powers over a horizon.
   *
   * @param told the unit that was told, null for none
   * @param flag that tells it
   * @throws InputException where the unit is not clear
   */
  double[] powersKw(Horizon horizon, ZoneId zone, @Nullable String told, String flag, Notes notes) {
    double factor = kwPer(told == null ? file.unit(index) : told, flag);
    double[] kw = numbers(horizon, zone, notes);
    for (int t = 0; t < kw.length; t++) {
      kw[t] = Rounded.of(kw[t] * factor);
    }
    return kw;
  }

  private double kwPer(String unit, String flag) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "kw" -> 1;
      case "w" -> 0.001;
      case "mw" -> 1000;
      case "kwh" -> 1 / file.stepHours();
      case "wh" -> 0.001 / file.stepHours();
      case "mwh" -> 1000 / file.stepHours();
      default ->
          throw new InputException(
              "%s: column '%s' says no unit of power or energy".formatted(file.file(), name()),
              "Maybe say it: %s kW, W or kWh.".formatted(flag));
    };
  }
}
