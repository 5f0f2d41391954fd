package io.evenflow.report;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What coordination saves: this schedule beside charging on arrival and beside no vehicle. */
final class CostTable {
  private static final String NONE = "–";
  private final Scenario scenario;
  private final @Nullable Double withoutVehicles;
  private final Table table;

  private CostTable(Scenario scenario, @Nullable Double withoutVehicles) {
    this.scenario = scenario;
    this.withoutVehicles = withoutVehicles;
    String currency = scenario.currency();
    table =
        new Table()
            .row("", "cost", "vehicles", "generation", "charging", "shortfall", "missing", "broken")
            .row("", currency, currency, currency, currency, currency, "kWh", "limits");
  }

  static List<String> of(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    Table table = table(scenario, result, uncontrolled);
    // A column for each schedule: eight columns of costs are wider than a terminal.
    List<String> lines = new ArrayList<>(table.transposed().words(1).lines());
    lines.addAll(savings(scenario, result, uncontrolled));
    return lines;
  }

  /** The table alone; its first two rows name columns and units. */
  static Table table(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    CostTable costs = new CostTable(scenario, result.withoutVehicles());
    costs.add("this schedule", result);
    if (uncontrolled != null) {
      costs.add("uncontrolled", uncontrolled);
    }
    Double without = result.withoutVehicles();
    if (without != null) {
      String money = Figures.money(without);
      costs.table.row("no vehicles", money, NONE, money, NONE, NONE, NONE, NONE);
    }
    return costs.table;
  }

  /** Sentences on what coordination saves: what cannot be used saves nothing. */
  static List<String> savings(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    Verification check = result.verification();
    return uncontrolled != null && check != null && CheckWords.holds(scenario, check)
        ? Savings.of(scenario, result, uncontrolled)
        : List.of();
  }

  private void add(String name, Result result) {
    Cost cost = result.cost();
    Dispatch dispatch = result.dispatch();
    if (cost == null || dispatch == null) {
      table.row(name, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
      return;
    }
    Verification check = result.verification();
    table.row(
        name,
        Figures.money(cost.total()),
        withoutVehicles == null ? NONE : Figures.money(cost.total() - withoutVehicles),
        Figures.money(cost.generation()),
        Figures.money(cost.charging()),
        Figures.money(cost.shortfall()),
        Figures.decimals(Shortfalls.missingKwh(scenario, dispatch), 1),
        check == null ? NONE : Figures.decimals(check.violations().size(), 0));
  }
}
