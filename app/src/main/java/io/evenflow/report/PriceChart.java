package io.evenflow.report;

import io.evenflow.fleet.Station;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What energy costs. Unit: currency per MWh.
 *
 * @param lines each price that somebody pays
 * @param more how many stations have yet other prices, which are not drawn
 */
record PriceChart(List<Line> lines, int more) {
  /** More lines could not be told apart: import and export of three. */
  private static final int MOST = 6;

  /**
   * A price.
   *
   * @param name whose it is
   * @param price by period
   * @param isExport whether it is paid for what is fed in
   */
  record Line(String name, List<@Nullable Double> price, boolean isExport) {}

  static PriceChart of(Scenario scenario) {
    List<Line> lines = new ArrayList<>();
    boolean isDayAheadPaid = isDayAheadPaid(scenario);
    if (isDayAheadPaid) {
      lines.add(new Line("day-ahead", Series.of(scenario.prices().toArray(), 4), false));
    }
    Tariff above = scenario.substation().tariff();
    if (above != null) {
      add(lines, "substation", above);
    }
    int more = 0;
    Set<Tariff> drawn = new HashSet<>();
    for (Station station : scenario.stations()) {
      Tariff tariff = station.site().tariff();
      if (tariff != null && drawn.add(tariff)) {
        more += lines.size() < MOST ? 0 : 1;
        if (lines.size() < MOST) {
          add(lines, station.id(), tariff);
        }
      }
    }
    return new PriceChart(lines, more);
  }

  /** Where a station has no tariff, or there is nothing else to see. */
  static boolean isDayAheadPaid(Scenario scenario) {
    return scenario.stations().isEmpty()
        || scenario.stations().stream().anyMatch(each -> each.site().tariff() == null);
  }

  private static void add(List<Line> lines, String name, Tariff tariff) {
    boolean isOnePrice = tariff.importPerMwh().equals(tariff.exportPerMwh());
    lines.add(
        new Line(
            isOnePrice ? name : name + " import",
            Series.of(tariff.importPerMwh().toArray(), 4),
            false));
    if (!isOnePrice) {
      lines.add(new Line(name + " export", Series.of(tariff.exportPerMwh().toArray(), 4), true));
    }
  }
}
