package io.evenflow.io.exchange;

import io.evenflow.fleet.Location;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Network;
import io.evenflow.io.InputException;
import io.evenflow.scenario.Loads;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads from a table. A column named by a bus replaces the case's load there, and reactive power
 * keeps the case's power factor; one named by a station is the building behind its meter; one named
 * {@code scale} is a factor on all loads of the case. A single column with another name is a shape:
 * the case's loads follow it and are the case's at its peak.
 */
final class LoadImport {
  private final ProfileFile file;
  private final Network network;
  private final Horizon horizon;
  private final ZoneId zone;
  private final @Nullable String unit;
  private final Notes notes;
  private final Map<String, Series> behindStations = new HashMap<>();

  LoadImport(
      ProfileFile file,
      Network network,
      Horizon horizon,
      ZoneId zone,
      @Nullable String unit,
      Notes notes) {
    this.file = file;
    this.network = network;
    this.horizon = horizon;
    this.zone = zone;
    this.unit = unit;
    this.notes = notes;
  }

  /**
   * The loads of buses.
   *
   * @param only the column to use, null for all that can be used
   */
  Loads read(List<Station> stations, @Nullable String only) {
    List<ProfileColumn> columns =
        ProfileColumn.of(file, stations).stream()
            .filter(column -> only == null || column.name().equals(only))
            .toList();
    double[] scale = scale(columns);
    List<Loads.Adjustment> adjustments = new ArrayList<>();
    for (ProfileColumn column : columns) {
      Location place = column.place();
      if (place == null) {
        continue;
      }
      double[] kw = column.powersKw(horizon, zone, unit, "--loads-unit", notes);
      if (place.station() != null) {
        behindStations.put(place.station(), Series.of(kw));
      } else if (place.bus() != null) {
        adjustments.add(adjustment(place.bus(), column, kw, scale));
      }
    }
    return new Loads(scale, adjustments);
  }

  /** A station with the building that the table says is behind its meter. */
  Station withLoad(Station station) {
    Series load = behindStations.get(station.id());
    Station.Site site = station.site();
    return load == null
        ? station
        : new Station(
            station.id(),
            station.bus(),
            station.charger(),
            new Station.Site(
                site.tariff(), load, site.connection(), site.plugs(), site.peakCharge()));
  }

  private double[] scale(List<ProfileColumn> columns) {
    List<ProfileColumn> free = columns.stream().filter(c -> c.place() == null).toList();
    for (ProfileColumn column : free) {
      if (ColumnName.of(column.name()).words().matches("scale|factor")) {
        return Rounded.of(column.numbers(horizon, zone, notes));
      }
    }
    if (free.size() == columns.size()) {
      return shape(free);
    }
    free.forEach(
        column ->
            notes.say(
                "%s: column '%s' names neither a bus nor a station and is not used"
                    .formatted(Notes.name(file.file()), column.name())));
    double[] ones = new double[horizon.periods()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] shape(List<ProfileColumn> free) {
    if (free.size() != 1) {
      throw new InputException(
          "%s: has %d columns of numbers, none of which names a bus or a station: %s"
              .formatted(
                  file.file(),
                  free.size(),
                  String.join(", ", free.stream().map(ProfileColumn::name).toList())),
          "Maybe say which is the load's shape: --loads-column NAME.");
    }
    ProfileColumn column = free.getFirst();
    double[] numbers = column.numbers(horizon, zone, notes);
    double peak = Arrays.stream(numbers).max().orElse(0);
    if (!(peak > 0)) {
      throw new InputException(
          "%s: column '%s' is nowhere above 0".formatted(file.file(), column.name()),
          "Maybe another column is the load.");
    }
    notes.say(
        "%s: the case's loads follow column '%s' and are the case's at its peak"
            .formatted(Notes.name(file.file()), column.name()));
    for (int t = 0; t < numbers.length; t++) {
      numbers[t] = Rounded.of(numbers[t] / peak);
    }
    return numbers;
  }

  private Loads.Adjustment adjustment(
      int number, ProfileColumn column, double[] kw, double[] scale) {
    Bus bus =
        network.buses().stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "%s: column '%s': bus %d does not exist in %s"
                            .formatted(file.file(), column.name(), number, network.name()),
                        "Maybe the loads are of another case."));
    double caseKw = 1000 * bus.activeLoadMw();
    double caseKvar = 1000 * bus.reactiveLoadMvar();
    double[] active = new double[kw.length];
    double[] reactive = new double[kw.length];
    for (int t = 0; t < kw.length; t++) {
      active[t] = Rounded.of(kw[t] - scale[t] * caseKw);
      reactive[t] = caseKw == 0 ? 0 : Rounded.of(caseKvar * (kw[t] / caseKw - scale[t]));
    }
    notes.say(
        "%s: column '%s' replaces the case's load at bus %d, with its power factor"
            .formatted(Notes.name(file.file()), column.name(), number));
    return new Loads.Adjustment(number, active, reactive);
  }
}
