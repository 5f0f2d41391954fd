package io.evenflow.report;

import io.evenflow.study.FigureData;
import io.evenflow.study.Row;
import io.evenflow.study.RunPlan;
import io.evenflow.study.Study;
import io.evenflow.study.Tables;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A study's figures and tables as one page for a browser or for paper. */
public final class StudyReport {
  private static final int FAILURES = 20;

  private StudyReport() {}

  /**
   * What the charts draw.
   *
   * @param prices of Figure 1 by hour. Unit: EUR per MWh
   * @param cases of Figure 2
   */
  private record Data(List<@Nullable Double> prices, List<SampleTimes> cases) {}

  /**
   * The page.
   *
   * @param rows in the order of the study's runs
   */
  public static String html(Study study, List<Row> rows, Origin origin) {
    return new Page("study", "Study " + study.name(), "charts.js", "study.js")
        .withText("subtitle", subtitle(study))
        .with("keyFigures", keyFigures(study, rows))
        .with("tables", tables(rows))
        .with("failures", failures(rows))
        .with("made", Html.facts(facts(study, origin).rows()))
        .withData(new Data(Series.of(FigureData.hourlyPrices(), 2), SampleTimes.of(rows)))
        .html();
  }

  private static String subtitle(Study study) {
    return "%s; %s of each, seeds %d to %d"
        .formatted(
            String.join(", ", study.cases()),
            Figures.count(study.samples(), "sample"),
            study.seed(),
            study.seed() + study.samples() - 1);
  }

  private static String keyFigures(Study study, List<Row> rows) {
    long schedules = rows.stream().filter(row -> row.number("objective") != null).count();
    long feasible = rows.stream().filter(row -> row.isTrue("ac_feasible")).count();
    long limits = rows.stream().filter(row -> row.isTrue("limit_hit")).count();
    int planned = study.tasks().size();
    return new Tiles()
        .add("Runs", count(rows.size()), "of " + count(planned) + " planned")
        .add("Schedules", count(schedules), "runs that found one")
        .add("AC feasible", count(feasible), "keep every limit by AC power flow")
        .add("Limit hits", count(limits), "stopped by their time limit")
        .html();
  }

  private static String count(long number) {
    return Figures.decimals(number, 0);
  }

  private static String tables(List<Row> rows) {
    return Tables.of(rows).stream().map(StudyReport::table).collect(Collectors.joining());
  }

  private static String table(Tables.Titled table) {
    List<List<String>> cells = table.rows();
    return "<section>\n<h2>%s</h2>\n<div class=\"study\">%s</div>\n%s</section>\n"
        .formatted(
            Html.text(table.title()),
            Html.numbers(cells.getFirst(), List.of(), cells.subList(1, cells.size())),
            Html.paragraph("note", String.join(" ", table.notes())));
  }

  private static String failures(List<Row> rows) {
    List<String> failures = Tables.failures(rows);
    if (failures.isEmpty()) {
      return "";
    }
    return "<h2>Runs without a schedule: %s of %s</h2>\n%s"
        .formatted(
            count(failures.size()),
            count(rows.size()),
            Html.list("violations", Html.first(failures, FAILURES)));
  }

  private static Table facts(Study study, Origin origin) {
    Table facts =
        new Table()
            .row("study", study.name())
            .row("cases", String.join(", ", study.cases()))
            .row("samples", "%d of each case".formatted(study.samples()))
            .row("seed", "%d, and the next for each further sample".formatted(study.seed()));
    study.plans().forEach(plan -> facts.row("run", words(plan)));
    facts.row("times", "wall time; rows of earlier starts are kept, maybe made on another machine");
    origin.facts().rows().forEach(row -> facts.row(row.toArray(String[]::new)));
    return facts;
  }

  private static String words(RunPlan plan) {
    String engine = plan.engine();
    return "%s%s%s: %s of each case, gap %s of the vehicles' cost, at most %s s"
        .formatted(
            plan.method(),
            plan.method().equals("two-stage") ? ", r = " + plan.radius() : "",
            engine == null ? "" : ", " + engine,
            Figures.count(plan.samples(), "sample"),
            Figures.percent(plan.gap()),
            Figures.decimals(plan.timeLimitSeconds(), 0));
  }
}
