package io.evenflow.report;

import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What coordination saves: this schedule beside charging on arrival and beside no vehicle. */
final class CostTable {
  private static final String NONE = "–";

  /** Parts that only some days have. */
  private static final List<Part> MORE =
      List.of(
          new Part("peaks", Cost::peaks),
          new Part("emissions", Cost::emissions),
          new Part("wear", Cost::wear),
          new Part("stored", Cost::stored));

  private record Part(String name, ToDoubleFunction<Cost> of) {
    boolean isIn(Cost cost) {
      return Math.abs(of.applyAsDouble(cost)) >= 0.005;
    }
  }

  private final Scenario scenario;
  private final @Nullable Double withoutVehicles;
  private final List<Part> more;
  private final Table table = new Table();

  private CostTable(
      Scenario scenario, @Nullable Double withoutVehicles, List<@Nullable Cost> costs) {
    this.scenario = scenario;
    this.withoutVehicles = withoutVehicles;
    more =
        MORE.stream()
            .filter(part -> costs.stream().filter(Objects::nonNull).anyMatch(part::isIn))
            .toList();
    String currency = scenario.currency();
    List<String> names = new ArrayList<>(List.of("", "cost", "vehicles", "generation", "charging"));
    names.add("shortfall");
    more.forEach(part -> names.add(part.name()));
    List<String> units = new ArrayList<>(names.stream().map(name -> currency).toList());
    units.set(0, "");
    row(names, "missing", "broken");
    row(units, "kWh", "limits");
  }

  private void row(List<String> cells, String missing, String broken) {
    table.row(Stream.concat(cells.stream(), Stream.of(missing, broken)).toArray(String[]::new));
  }

  static List<String> of(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    Table table = table(scenario, result, uncontrolled);
    // A column for each schedule: so many columns of costs are wider than a terminal.
    List<String> lines = new ArrayList<>(table.transposed().words(1).lines());
    lines.addAll(savings(scenario, result, uncontrolled));
    return lines;
  }

  /** The table alone; its first two rows name columns and units. */
  static Table table(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    List<@Nullable Cost> all = new ArrayList<>();
    all.add(result.cost());
    all.add(uncontrolled == null ? null : uncontrolled.cost());
    CostTable costs = new CostTable(scenario, result.withoutVehicles(), all);
    costs.add("this schedule", result);
    if (uncontrolled != null) {
      costs.add("uncontrolled", uncontrolled);
    }
    Double without = result.withoutVehicles();
    if (without != null) {
      costs.addWithout(without);
    }
    return costs.table;
  }

  /** Its parts are known where generation is all there is. */
  private void addWithout(double cost) {
    boolean isGeneration =
        more.isEmpty()
            && scenario.stations().stream().allMatch(each -> each.site().tariff() == null);
    List<String> cells = new ArrayList<>();
    cells.add(scenario.batteries().isEmpty() ? "no vehicles" : "no vehicle or battery");
    cells.add(Figures.money(cost));
    cells.add(NONE);
    cells.add(isGeneration ? Figures.money(cost) : NONE);
    while (cells.size() < 6 + more.size()) {
      cells.add(NONE);
    }
    row(cells, NONE, NONE);
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
    List<String> cells = new ArrayList<>();
    cells.add(name);
    if (cost == null || dispatch == null) {
      while (cells.size() < 6 + more.size()) {
        cells.add(NONE);
      }
      row(cells, NONE, NONE);
      return;
    }
    cells.add(Figures.money(cost.total()));
    cells.add(withoutVehicles == null ? NONE : Figures.money(cost.total() - withoutVehicles));
    cells.add(Figures.money(cost.generation()));
    cells.add(Figures.money(cost.charging()));
    cells.add(Figures.money(cost.shortfall()));
    more.forEach(part -> cells.add(Figures.money(part.of().applyAsDouble(cost))));
    Verification check = result.verification();
    row(
        cells,
        Figures.decimals(Missing.ofAll(scenario, dispatch), 1),
        check == null ? NONE : Figures.decimals(check.violations().size(), 0));
  }
}
