package io.evenflow.report;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The charts' figures as numbers, a row for each period. */
final class PeriodTable {
  private PeriodTable() {}

  static String html(Scenario scenario, Dispatch dispatch, Verification check) {
    List<String> starts = ChartTime.of(scenario.horizon()).labels();
    return Html.numbers(
        List.of(
            "from",
            "price",
            "import",
            "losses",
            "charging",
            "feeding back",
            "lowest",
            "at bus",
            "highest",
            "at bus"),
        List.of("", scenario.currency() + "/MWh", "kW", "kW", "kW", "kW", "p.u.", "", "p.u.", ""),
        IntStream.range(0, scenario.periods())
            .mapToObj(t -> row(scenario, starts.get(t), dispatch, check.periods().get(t), t))
            .toList());
  }

  private static List<String> row(
      Scenario scenario, String start, Dispatch dispatch, PeriodFlow flow, int period) {
    return List.of(
        start,
        Figures.money(scenario.prices().perMwh(period)),
        Figures.decimals(flow.importKw(), 1),
        Figures.decimals(flow.lossKw(), 1),
        Figures.decimals(sum(dispatch.chargeKw(), period), 1),
        Figures.decimals(sum(dispatch.dischargeKw(), period), 1),
        Figures.decimals(flow.minVoltagePu(), 4),
        bus(flow, flow.minVoltageBus()),
        Figures.decimals(flow.maxVoltagePu(), 4),
        bus(flow, flow.maxVoltageBus()));
  }

  private static double sum(double[][] bySession, int period) {
    return Arrays.stream(bySession).mapToDouble(session -> session[period]).sum();
  }

  private static String bus(PeriodFlow flow, int number) {
    return flow.converged() ? Integer.toString(number) : "–";
  }
}
