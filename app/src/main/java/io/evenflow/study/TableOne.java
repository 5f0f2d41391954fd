package io.evenflow.study;

import java.util.List;

/** Table I of the paper: costs, gaps and times of the methods. */
final class TableOne {
  private TableOne() {}

  static MarkdownTable of(List<Row> rows) {
    Optima optima = new Optima(rows);
    TimeReduction reduction = new TimeReduction(rows, TimeReduction.AT_ITS_BEST);
    TimeReduction asItComes = new TimeReduction(rows, TimeReduction.AS_IT_COMES);
    MarkdownTable table =
        new MarkdownTable(
            "case",
            "method",
            "samples",
            "schedules",
            "limit hits",
            "objective",
            "generation",
            "charging",
            "shortfall",
            "gap",
            "vehicles' gap",
            "seconds",
            "time reduction",
            "… as it comes");
    for (Rows group : Rows.groups(rows)) {
      table.row(
          group.shortCase(),
          group.name(),
          Integer.toString(group.size()),
          Long.toString(group.schedules()),
          Long.toString(group.count(row -> row.isTrue("limit_hit"))),
          Figures.money(group.mean("objective")),
          Figures.money(group.mean("generation")),
          Figures.money(group.mean("charging")),
          Figures.money(group.mean("shortfall")),
          Figures.percent(group.mean(optima::gap), 4),
          Figures.percent(group.mean(optima::vehicleCostGap), 3),
          Figures.seconds(group.meanSeconds()),
          reduction.words(group),
          asItComes.words(group));
    }
    return table;
  }
}
