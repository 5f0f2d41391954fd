package io.evenflow.study;

import java.util.Comparator;
import java.util.List;

/** Tables II and III of the paper: what the radius of the trust region buys. */
final class RadiusTables {
  /** A shortfall that costs less is a solver's rounding. Unit: the scenario's currency. */
  private static final double NO_SHORTFALL = 1e-3;

  private RadiusTables() {}

  /** Table II: feasibility ratio and time over r. */
  static MarkdownTable feasibility(List<Row> rows) {
    MarkdownTable table =
        new MarkdownTable("case", "r", "samples", "AC feasible", "and every target met", "seconds");
    for (Rows group : twoStage(rows)) {
      table.row(
          group.shortCase(),
          Integer.toString(group.radius()),
          Integer.toString(group.size()),
          share(group.count(row -> row.isTrue("ac_feasible")), group),
          share(group.count(RadiusTables::isFeasible), group),
          Figures.seconds(group.meanSeconds()));
    }
    return table;
  }

  /** Table III: gap against the proven optimum and time over r. */
  static MarkdownTable gaps(List<Row> rows) {
    Optima optima = new Optima(rows);
    MarkdownTable table =
        new MarkdownTable("case", "r", "samples", "gap", "vehicles' gap", "seconds");
    for (Rows group : twoStage(rows)) {
      table.row(
          group.shortCase(),
          Integer.toString(group.radius()),
          Integer.toString(group.size()),
          Figures.percent(group.mean(optima::gap), 4),
          Figures.percent(group.mean(optima::vehicleCostGap), 3),
          Figures.seconds(group.meanSeconds()));
    }
    return table;
  }

  /**
   * Targets are hard in the paper and priced here: what would be infeasible there is a schedule
   * with a shortfall here, so only a schedule without one counts.
   */
  private static boolean isFeasible(Row row) {
    Double shortfall = row.number("shortfall");
    return row.isTrue("ac_feasible") && shortfall != null && shortfall < NO_SHORTFALL;
  }

  private static String share(long count, Rows group) {
    return Figures.percent((double) count / group.size(), 1);
  }

  private static List<Rows> twoStage(List<Row> rows) {
    return Rows.groups(rows).stream()
        .filter(group -> group.method().equals("two-stage"))
        .sorted(Comparator.comparing(Rows::feederCase).thenComparingInt(Rows::radius))
        .toList();
  }
}
