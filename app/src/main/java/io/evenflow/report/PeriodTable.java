package io.evenflow.report;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.scenario.Verification.PeriodFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The charts' figures as numbers, a row for each period. */
final class PeriodTable {
  private final Scenario scenario;
  private final List<Column> columns = new ArrayList<>();

  private record Column(String name, String unit, IntFunction<String> cell) {}

  private PeriodTable(Scenario scenario) {
    this.scenario = scenario;
  }

  static String html(Scenario scenario, Dispatch dispatch, Verification check) {
    PeriodTable table = new PeriodTable(scenario);
    List<String> starts = ChartTime.of(scenario.horizon()).labels();
    table.columns.add(new Column("from", "", starts::get));
    table.addPrices();
    table.addFlows(check);
    table.addPowers(Powers.of(scenario, dispatch));
    table.addVoltages(check);
    return Html.numbers(
        table.columns.stream().map(Column::name).toList(),
        table.columns.stream().map(Column::unit).toList(),
        IntStream.range(0, scenario.periods()).mapToObj(table::row).toList());
  }

  private void addPrices() {
    String unit = scenario.currency() + "/MWh";
    String name = PriceChart.of(scenario).lines().size() == 1 ? "price" : "day-ahead";
    columns.add(new Column(name, unit, t -> Figures.money(scenario.prices().perMwh(t))));
  }

  private void addFlows(Verification check) {
    List<PeriodFlow> flows = check.periods();
    columns.add(new Column("import", "kW", t -> Figures.decimals(flows.get(t).importKw(), 1)));
    columns.add(new Column("losses", "kW", t -> Figures.decimals(flows.get(t).lossKw(), 1)));
  }

  private void addPowers(Powers powers) {
    add("charging", powers.charging());
    add("feeding back", powers.feedingBack());
    addIfAny("batteries", powers.batteries());
    addIfAny("PV", powers.solar());
    addIfAny("buildings", powers.buildings());
  }

  private void addIfAny(String name, double[] kw) {
    if (Powers.isAny(kw)) {
      add(name, kw);
    }
  }

  private void add(String name, double[] kw) {
    columns.add(new Column(name, "kW", t -> Figures.decimals(kw[t], 1)));
  }

  private void addVoltages(Verification check) {
    List<PeriodFlow> flows = check.periods();
    columns.add(
        new Column("lowest", "p.u.", t -> Figures.decimals(flows.get(t).minVoltagePu(), 4)));
    columns.add(new Column("at bus", "", t -> bus(flows.get(t), flows.get(t).minVoltageBus())));
    columns.add(
        new Column("highest", "p.u.", t -> Figures.decimals(flows.get(t).maxVoltagePu(), 4)));
    columns.add(new Column("at bus", "", t -> bus(flows.get(t), flows.get(t).maxVoltageBus())));
  }

  private List<String> row(int period) {
    return columns.stream().map(column -> column.cell().apply(period)).toList();
  }

  private static String bus(PeriodFlow flow, int number) {
    return flow.converged() ? Integer.toString(number) : "–";
  }
}
