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
 * @param stores what the day without them lacks
 * @param time the time axis
 */
record SolveData(
    String currency,
    String stores,
    ChartTime time,
    PriceChart prices,
    ImportChart imports,
    PowerChart powers,
    VoltageChart voltages,
    List<MeterChart> meters,
    BatteryChart batteries,
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
        Fleet.stores(scenario),
        ChartTime.of(scenario.horizon()),
        PriceChart.of(scenario),
        ImportChart.of(scenario, check, uncontrolledCheck, withoutVehicles(scenario, dispatch)),
        PowerChart.of(
            Powers.of(scenario, dispatch),
            uncontrolled == null ? null : Powers.of(scenario, uncontrolled)),
        VoltageChart.of(scenario.feeder(), check, uncontrolledCheck),
        MeterChart.of(scenario, dispatch, check.settlement()),
        BatteryChart.of(scenario, dispatch),
        SessionChart.of(scenario, dispatch),
        FeederChart.of(scenario, check.grid()));
  }

  /** Power flows of the same generators, PV and substation voltage, no vehicle or battery there. */
  private static Verification withoutVehicles(Scenario scenario, Dispatch dispatch) {
    double[][] none = {};
    Dispatch.Assets assets = dispatch.assets();
    return Verifier.verify(
        scenario.withoutStorage(),
        new Dispatch(
            none,
            none,
            dispatch.generatorKw(),
            dispatch.generatorKvar(),
            dispatch.substationVoltagePu(),
            new Dispatch.Assets(none, none, none, none, assets.solarKw(), assets.solarKvar())));
  }
}
