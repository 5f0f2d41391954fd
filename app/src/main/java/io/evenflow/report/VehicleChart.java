package io.evenflow.report;

import io.evenflow.scenario.Dispatch;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all vehicles together do. Unit: kW, grid side.
 *
 * @param charge by period
 * @param discharge by period, 0 or more
 * @param net charging less discharging
 * @param uncontrolled net power of vehicles that charge on arrival, null where there is none
 */
record VehicleChart(
    List<@Nullable Double> charge,
    List<@Nullable Double> discharge,
    List<@Nullable Double> net,
    @Nullable List<@Nullable Double> uncontrolled) {

  static VehicleChart of(Dispatch dispatch, @Nullable Dispatch uncontrolled, int periods) {
    return new VehicleChart(
        sum(dispatch.chargeKw(), periods),
        sum(dispatch.dischargeKw(), periods),
        Series.of(VehiclePower.netKw(dispatch, periods), 3),
        uncontrolled == null ? null : Series.of(VehiclePower.netKw(uncontrolled, periods), 3));
  }

  private static List<@Nullable Double> sum(double[][] bySession, int periods) {
    return Series.of(
        periods, 3, t -> Arrays.stream(bySession).mapToDouble(session -> session[t]).sum());
  }
}
