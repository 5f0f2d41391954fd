package io.evenflow.report;

import io.evenflow.fleet.Connection;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is behind a meter and its net power, beside what the connection carries. Unit: kW.
 *
 * @param name such as "station 'depot'"
 * @param powers what is behind it
 * @param most by period, empty where nothing limits import
 * @param least by period, empty where nothing limits export
 * @param peakKw the highest import of the horizon where it costs something, null elsewhere
 */
record MeterChart(
    String name,
    PowerChart powers,
    List<@Nullable Double> most,
    List<@Nullable Double> least,
    @Nullable Double peakKw) {
  /** Of so many meters a page has pictures. */
  static final int MOST = 6;

  static List<MeterChart> of(Scenario scenario, Dispatch dispatch, Settlement settlement) {
    return Meters.of(scenario, settlement).all().stream()
        .limit(MOST)
        .map(meter -> of(scenario, dispatch, settlement, meter))
        .toList();
  }

  private static MeterChart of(
      Scenario scenario, Dispatch dispatch, Settlement settlement, Meters.Meter meter) {
    Connection connection = meter.connection();
    Double peak =
        settlement.peaks().stream()
            .filter(each -> each.where().equals(meter.name()))
            .map(each -> Series.rounded(each.kw(), 3))
            .findFirst()
            .orElse(null);
    Powers powers = Powers.of(scenario, dispatch, meter.stations()::contains);
    return new MeterChart(
        meter.name(),
        PowerChart.of(powers, null),
        connection.importKw() == null
            ? List.of()
            : Series.of(scenario.periods(), 3, connection::mostKw),
        connection.exportKw() == null
            ? List.of()
            : Series.of(scenario.periods(), 3, connection::leastKw),
        peak);
  }
}
