package io.evenflow.report;

import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The band of all buses' voltages. Unit: p.u.
 *
 * @param low lowest voltage by period, null where the power flow does not converge
 * @param high highest voltage likewise
 * @param uncontrolledLow lowest voltage with vehicles that charge on arrival, null where there is
 *     none
 * @param limits the tightest limits of the buses
 */
record VoltageChart(
    List<@Nullable Double> low,
    List<@Nullable Double> high,
    @Nullable List<@Nullable Double> uncontrolledLow,
    List<ChartLimit> limits) {

  static VoltageChart of(Feeder feeder, Verification check, @Nullable Verification uncontrolled) {
    return new VoltageChart(
        series(check, PeriodFlow::minVoltagePu),
        series(check, PeriodFlow::maxVoltagePu),
        uncontrolled == null ? null : series(uncontrolled, PeriodFlow::minVoltagePu),
        limits(feeder));
  }

  private static List<@Nullable Double> series(
      Verification check, ToDoubleFunction<PeriodFlow> voltage) {
    return Series.of(check.periods().stream().mapToDouble(voltage).toArray(), 6);
  }

  /** The substation's limits are often those of its set point and say nothing of the feeder. */
  private static List<ChartLimit> limits(Feeder feeder) {
    List<Bus> buses = feeder.buses().subList(1, feeder.busCount());
    double least = buses.stream().mapToDouble(Bus::voltageMinPu).max().orElse(Double.NaN);
    double greatest = buses.stream().mapToDouble(Bus::voltageMaxPu).min().orElse(Double.NaN);
    boolean same =
        buses.stream()
            .allMatch(bus -> bus.voltageMinPu() == least && bus.voltageMaxPu() == greatest);
    String which = same ? "" : "tightest ";
    return List.of(
        new ChartLimit(greatest, which + "upper limit", true),
        new ChartLimit(least, which + "lower limit", false));
  }
}
