package io.evenflow.io;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.List;
import java.util.function.Function;

/** A schedule as its file tells it, in the order of its scenario; generators those in service. */
record ToldSchedule(
    List<StoragePowers> sessions,
    List<StoragePowers> vehicles,
    List<StoragePowers> batteries,
    List<SolarPowers> solar,
    List<GeneratorPowers> generators,
    List<PeriodFigures> periods) {

  Dispatch dispatch() {
    return new Dispatch(
        rows(sessions, StoragePowers::chargeKw),
        rows(sessions, StoragePowers::dischargeKw),
        rows(generators, GeneratorPowers::activeKw),
        rows(generators, GeneratorPowers::reactiveKvar),
        periods.stream().mapToDouble(PeriodFigures::substationVoltagePu).toArray(),
        new Dispatch.Assets(
            rows(vehicles, StoragePowers::chargeKw),
            rows(vehicles, StoragePowers::dischargeKw),
            rows(batteries, StoragePowers::chargeKw),
            rows(batteries, StoragePowers::dischargeKw),
            rows(solar, SolarPowers::activeKw),
            rows(solar, SolarPowers::reactiveKvar)));
  }

  private static <T> double[][] rows(List<T> entries, Function<T, double[]> row) {
    return entries.stream().map(row).toArray(double[][]::new);
  }

  /** What the file says of each period's power flow; only whole rows of it count. */
  List<PeriodFlow> flows() {
    return periods.stream().map(PeriodFigures::powerFlow).toList();
  }
}
