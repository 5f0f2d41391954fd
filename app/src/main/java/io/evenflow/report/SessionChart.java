package io.evenflow.report;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as a timeline: a row for each, below its station's.
 *
 * @param rows from the top
 * @param total number of sessions there are; with many, only some are shown
 * @param first row to be chosen first: who misses most energy, else who feeds back most
 * @param greatestKw greatest power of a vehicle. Unit: kW
 */
record SessionChart(List<Row> rows, int total, int first, double greatestKw) {
  /** More rows would be too thin to read, and too many for one sheet. */
  static final int MOST = 120;

  /**
   * A row.
   *
   * @param name id of the session, or the station with the number of its sessions
   * @param stay null in the row of a station
   */
  record Row(String name, @Nullable Stay stay) {}

  /**
   * A session.
   *
   * @param arrival first period
   * @param departure first period after the stay
   * @param powers stretches of equal power
   * @param energyKwh at the start of each period of the stay, and at its end. Unit: kWh
   * @param batteryKwh what the battery holds. Unit: kWh
   * @param targetKwh energy wanted on departure. Unit: kWh
   * @param missingKwh energy missing then. Unit: kWh
   * @param chargedKwh energy drawn from the grid. Unit: kWh
   * @param dischargedKwh energy fed into the grid. Unit: kWh
   * @param cost of the energy at the day's prices. Unit: the scenario's currency
   */
  record Stay(
      int arrival,
      int departure,
      List<Stretch> powers,
      List<@Nullable Double> energyKwh,
      double batteryKwh,
      double targetKwh,
      @Nullable Double missingKwh,
      @Nullable Double chargedKwh,
      @Nullable Double dischargedKwh,
      @Nullable Double cost) {}

  /**
   * Periods of equal power.
   *
   * @param from first period
   * @param to first period after it
   * @param kw charging above 0, discharging below. Unit: kW
   */
  record Stretch(int from, int to, double kw) {}

  static SessionChart of(Scenario scenario, Dispatch dispatch) {
    List<SessionFigures> all =
        IntStream.range(0, scenario.sessions().size())
            .mapToObj(s -> SessionFigures.of(scenario, dispatch, s))
            .toList();
    List<SessionFigures> shown =
        all.stream()
            .sorted(
                Comparator.comparingDouble(SessionFigures::missingKwh)
                    .thenComparingDouble(SessionFigures::cost)
                    .reversed())
            .limit(MOST)
            .sorted(
                Comparator.comparingInt(SessionFigures::station)
                    .thenComparingInt(each -> scenario.sessions().get(each.index()).arrival())
                    .thenComparingInt(SessionFigures::index))
            .toList();
    List<Row> rows = rows(scenario, dispatch, shown);
    double greatest =
        rows.stream()
            .map(Row::stay)
            .filter(stay -> stay != null)
            .flatMap(stay -> stay.powers().stream())
            .mapToDouble(stretch -> Math.abs(stretch.kw()))
            .max()
            .orElse(0);
    return new SessionChart(rows, all.size(), first(rows), greatest);
  }

  private static int first(List<Row> rows) {
    int first = -1;
    double worth = -1;
    for (int i = 0; i < rows.size(); i++) {
      Stay stay = rows.get(i).stay();
      if (stay != null && worth(stay) > worth) {
        first = i;
        worth = worth(stay);
      }
    }
    return first;
  }

  private static double worth(Stay stay) {
    return 1e6 * number(stay.missingKwh()) + number(stay.dischargedKwh());
  }

  private static double number(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  private static List<Row> rows(Scenario scenario, Dispatch dispatch, List<SessionFigures> shown) {
    List<Row> rows = new ArrayList<>();
    int station = -1;
    for (SessionFigures figures : shown) {
      if (figures.station() != station) {
        station = figures.station();
        rows.add(new Row(scenario.stations().get(station).id(), null));
      }
      Session session = scenario.sessions().get(figures.index());
      rows.add(new Row(session.id(), stay(scenario, dispatch, figures)));
    }
    return rows;
  }

  private static Stay stay(Scenario scenario, Dispatch dispatch, SessionFigures figures) {
    Session session = scenario.sessions().get(figures.index());
    double[] energy = dispatch.energyKwh(figures.index(), session, scenario.horizon());
    return new Stay(
        session.arrival(),
        session.departure(),
        stretches(session, dispatch, figures.index()),
        Series.of(energy, 2),
        session.batteryKwh(),
        session.targetEnergyKwh(),
        Series.rounded(figures.missingKwh(), 2),
        Series.rounded(figures.chargedKwh(), 2),
        Series.rounded(figures.dischargedKwh(), 2),
        Series.rounded(figures.cost(), 3));
  }

  private static List<Stretch> stretches(Session session, Dispatch dispatch, int index) {
    List<Stretch> stretches = new ArrayList<>();
    for (int t = session.arrival(); t < session.departure(); t++) {
      double net = dispatch.chargeKw()[index][t] - dispatch.dischargeKw()[index][t];
      Double kw = Series.rounded(net, 2);
      if (kw == null || kw == 0) {
        continue;
      }
      Stretch last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null && last.to() == t && last.kw() == kw) {
        stretches.removeLast();
        stretches.add(new Stretch(last.from(), t + 1, kw));
      } else {
        stretches.add(new Stretch(t, t + 1, kw));
      }
    }
    return stretches;
  }
}
