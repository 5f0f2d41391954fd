package io.evenflow.report;

import io.evenflow.fleet.Station;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of each station's stays, and what its meter shows where more is behind it. */
final class StationTable {
  private static final String NONE = "–";
  private final Scenario scenario;
  private final Dispatch dispatch;
  private final Settlement settlement;
  private final List<StayFigures> stays;
  private final boolean hasMeters;

  private StationTable(Scenario scenario, Dispatch dispatch, Settlement settlement) {
    this.scenario = scenario;
    this.dispatch = dispatch;
    this.settlement = settlement;
    stays = StayFigures.all(scenario, dispatch);
    hasMeters = !Meters.of(scenario, settlement).all().isEmpty();
  }

  static String html(Scenario scenario, Dispatch dispatch, Settlement settlement) {
    StationTable table = new StationTable(scenario, dispatch, settlement);
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < scenario.stations().size(); k++) {
      rows.add(table.row(k));
    }
    return Html.numbers(table.headings(), table.units(), rows);
  }

  private List<String> headings() {
    String stay = scenario.vehicles().isEmpty() ? "sessions" : "stays";
    List<String> names = new ArrayList<>(List.of("station", "bus", stay));
    names.addAll(List.of("charged", "fed back", "peak", "missing"));
    if (hasMeters) {
      names.addAll(List.of("building", "net", "highest", "lowest"));
    }
    names.add("energy cost");
    return names;
  }

  private List<String> units() {
    List<String> units = new ArrayList<>(List.of("", "", "", "kWh", "kWh", "kW", "kWh"));
    if (hasMeters) {
      units.addAll(List.of("kWh", "kWh", "kW", "kW"));
    }
    units.add(scenario.currency());
    return units;
  }

  private List<String> row(int index) {
    Station station = scenario.stations().get(index);
    List<StayFigures> here = stays.stream().filter(stay -> stay.station() == index).toList();
    Powers powers = Powers.of(scenario, dispatch, k -> k == index);
    List<String> cells = new ArrayList<>();
    cells.add(station.id());
    cells.add(Integer.toString(station.bus()));
    cells.add(Integer.toString(here.size()));
    cells.add(kwh(here.stream().mapToDouble(StayFigures::chargedKwh).sum()));
    cells.add(kwh(here.stream().mapToDouble(StayFigures::dischargedKwh).sum()));
    cells.add(Figures.decimals(Arrays.stream(powers.vehicles()).max().orElse(0), 1));
    cells.add(kwh(here.stream().mapToDouble(StayFigures::missingKwh).sum()));
    if (hasMeters) {
      double[] net = settlement.stationKw()[index];
      cells.add(kwh(energy(powers.buildings())));
      cells.add(kwh(energy(net)));
      cells.add(Figures.decimals(Arrays.stream(net).max().orElse(0), 1));
      cells.add(Figures.decimals(Arrays.stream(net).min().orElse(0), 1));
    }
    cells.add(cost(index, here));
    return cells;
  }

  private double energy(double[] kw) {
    double kwh = 0;
    for (int t = 0; t < kw.length; t++) {
      kwh += scenario.horizon().hours(t) * kw[t];
    }
    return kwh;
  }

  /** What sessions and vehicles pay, or the whole station where it has a tariff. */
  private String cost(int index, List<StayFigures> here) {
    Tariff tariff = scenario.stations().get(index).site().tariff();
    if (tariff == null) {
      return Figures.money(here.stream().mapToDouble(StayFigures::cost).sum());
    }
    if (!hasMeters) {
      return NONE;
    }
    double cost = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      cost += tariff.cost(t, scenario.horizon().hours(t) * settlement.stationKw()[index][t]);
    }
    return Figures.money(cost);
  }

  private static String kwh(double energy) {
    return Figures.decimals(energy, 1);
  }
}
