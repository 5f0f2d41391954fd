package io.evenflow.report;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sessions and vehicles as a timeline: a row for each, sessions below their station's, vehicles
 * with several stays below one of their own.
 *
 * @param rows from the top
 * @param total number of sessions and vehicles there are; with many, only some are shown
 * @param first row to be chosen first: who misses most energy, else who feeds back most
 * @param greatestKw greatest power of a vehicle. Unit: kW
 */
record SessionChart(List<Row> rows, int total, int first, double greatestKw) {
  /** More rows would be too thin to read, and too many for one sheet. */
  static final int MOST = 120;

  private static final String VEHICLES = "vehicles";

  /**
   * A row.
   *
   * @param name id of the session or vehicle, or what is named above several
   * @param track null in a row that is a name above others
   */
  record Row(String name, @Nullable Track track) {}

  /** A session or vehicle and what its row stands below. */
  private record Entry(String name, String above, int group, int index, Track track) {}

  static SessionChart of(Scenario scenario, Dispatch dispatch) {
    List<Entry> all = entries(scenario, dispatch);
    List<Entry> shown =
        all.stream()
            .sorted(
                Comparator.comparingDouble((Entry each) -> each.track().missing())
                    .thenComparingDouble(each -> each.track().ownCost())
                    .reversed())
            .limit(MOST)
            .sorted(
                Comparator.comparingInt(Entry::group)
                    .thenComparingInt(each -> each.track().arrival())
                    .thenComparingInt(Entry::index))
            .toList();
    List<Row> rows = rows(shown);
    double greatest =
        shown.stream()
            .flatMap(entry -> entry.track().powers().stream())
            .mapToDouble(stretch -> Math.abs(stretch.kw()))
            .max()
            .orElse(0);
    return new SessionChart(rows, all.size(), first(rows), greatest);
  }

  private static List<Entry> entries(Scenario scenario, Dispatch dispatch) {
    List<Entry> entries = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      int station = scenario.stationOf(s);
      String above = scenario.stations().get(station).id();
      String id = scenario.sessions().get(s).id();
      entries.add(new Entry(id, above, station, s, Track.ofSession(scenario, dispatch, s)));
    }
    int last = scenario.stations().size();
    for (int v = 0; v < dispatch.assets().vehicleChargeKw().length; v++) {
      String id = scenario.vehicles().get(v).id();
      entries.add(new Entry(id, VEHICLES, last, v, Track.ofVehicle(scenario, dispatch, v)));
    }
    return entries;
  }

  private static int first(List<Row> rows) {
    int first = -1;
    double worth = -1;
    for (int i = 0; i < rows.size(); i++) {
      Track track = rows.get(i).track();
      if (track != null && track.worth() > worth) {
        first = i;
        worth = track.worth();
      }
    }
    return first;
  }

  private static List<Row> rows(List<Entry> shown) {
    List<Row> rows = new ArrayList<>();
    int group = -1;
    for (Entry entry : shown) {
      if (entry.group() != group) {
        group = entry.group();
        rows.add(new Row(entry.above(), null));
      }
      rows.add(new Row(entry.name(), entry.track()));
    }
    return rows;
  }
}
