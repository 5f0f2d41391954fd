package io.evenflow.report;

import io.evenflow.fleet.Station;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What became of each station's sessions. */
final class StationTable {
  private StationTable() {}

  static String html(Scenario scenario, Dispatch dispatch) {
    List<SessionFigures> sessions =
        IntStream.range(0, scenario.sessions().size())
            .mapToObj(s -> SessionFigures.of(scenario, dispatch, s))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < scenario.stations().size(); k++) {
      int station = k;
      List<SessionFigures> here =
          sessions.stream().filter(session -> session.station() == station).toList();
      rows.add(row(scenario.stations().get(k), here, peakKw(dispatch, here, scenario.periods())));
    }
    return Html.numbers(
        List.of(
            "station", "bus", "sessions", "charged", "fed back", "peak", "missing", "energy cost"),
        List.of("", "", "", "kWh", "kWh", "kW", "kWh", scenario.currency()),
        rows);
  }

  private static List<String> row(Station station, List<SessionFigures> here, double peakKw) {
    return List.of(
        station.id(),
        Integer.toString(station.bus()),
        Integer.toString(here.size()),
        kwh(here.stream().mapToDouble(SessionFigures::chargedKwh).sum()),
        kwh(here.stream().mapToDouble(SessionFigures::dischargedKwh).sum()),
        Figures.decimals(peakKw, 1),
        kwh(here.stream().mapToDouble(SessionFigures::missingKwh).sum()),
        Figures.money(here.stream().mapToDouble(SessionFigures::cost).sum()));
  }

  /** Greatest net power of the station's sessions together. Unit: kW. */
  private static double peakKw(Dispatch dispatch, List<SessionFigures> here, int periods) {
    return IntStream.range(0, periods)
        .mapToDouble(
            t ->
                here.stream()
                    .mapToDouble(
                        session ->
                            dispatch.chargeKw()[session.index()][t]
                                - dispatch.dischargeKw()[session.index()][t])
                    .sum())
        .max()
        .orElse(0);
  }

  private static String kwh(double energy) {
    return Figures.decimals(energy, 1);
  }
}
