package io.evenflow.report;

import io.evenflow.check.Verifier;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the charts of a schedule draw.
 *
 * @param currency the scenario's
 * @param time the time axis
 * @param prices by period. Unit: currency per MWh
 */
record SolveData(
    String currency,
    ChartTime time,
    List<@Nullable Double> prices,
    ImportChart imports,
    VehicleChart vehicles,
    VoltageChart voltages,
    SessionChart sessions,
    FeederChart feeder) {

  static SolveData of(
      Scenario scenario,
      Dispatch dispatch,
      Verification check,
      @Nullable Dispatch uncontrolled,
      @Nullable Verification uncontrolledCheck) {
    return new SolveData(
        scenario.currency(),
        ChartTime.of(scenario.horizon()),
        Series.of(scenario.prices().toArray(), 4),
        ImportChart.of(scenario, check, uncontrolledCheck, withoutVehicles(scenario, dispatch)),
        VehicleChart.of(dispatch, uncontrolled, scenario.periods()),
        VoltageChart.of(scenario.feeder(), check, uncontrolledCheck),
        SessionChart.of(scenario, dispatch),
        FeederChart.of(scenario, check.grid()));
  }

  /** Power flows of the same generators and substation voltage, no vehicle there. */
  private static Verification withoutVehicles(Scenario scenario, Dispatch dispatch) {
    double[][] none = {};
    return Verifier.verify(
        scenario.withSessions(List.of()),
        new Dispatch(
            none,
            none,
            dispatch.generatorKw(),
            dispatch.generatorKvar(),
            dispatch.substationVoltagePu()));
  }
}
