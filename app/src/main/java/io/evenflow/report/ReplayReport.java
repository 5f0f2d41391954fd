package io.evenflow.report;

import io.evenflow.replay.DayShown;
import io.evenflow.replay.ReplayRow;
import io.evenflow.replay.ReplaySetup;
import io.evenflow.replay.ReplayTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replay's figures and one of its days as one page for a browser or for paper. */
public final class ReplayReport {
  private static final int FAILURES = 20;

  private static final String DAY =
      """
      <section>
      <h2>%s, hour by hour</h2>
      <p>Net power of all vehicles under %s. <label>Decided at <output id="hourName"></output> <input type="range" id="hour" min="0" max="23" value="0"></label></p>
      <figure>
      <div class="chart" id="day" style="height: 300px" role="img" aria-label="Net power of vehicles: done, planned at the hour of the slider, and best with foresight"></div>
      <div class="chart" id="prices" style="height: 160px" role="img" aria-label="Prices by period"></div>
      </figure>
      </section>
      """;

  private ReplayReport() {}

  private record Policy(String name, List<@Nullable Double> regret) {}

  private record Day(
      List<String> times,
      List<@Nullable Double> prices,
      List<@Nullable Double> done,
      List<@Nullable Double> best,
      List<List<@Nullable Double>> plans) {}

  private record Data(List<String> dates, List<Policy> policies, @Nullable Day day) {}

  /**
   * The page.
   *
   * @param rows by day, then by policy
   * @param shown one of the days, null for none
   */
  public static String html(
      ReplaySetup setup, List<ReplayRow> rows, @Nullable DayShown shown, Origin origin) {
    List<List<String>> cells = ReplayTables.of(rows).rows();
    return new Page("replay", "Replay on " + setup.feeder().name(), "charts.js", "replay.js")
        .withText("subtitle", subtitle(setup, rows))
        .with("keyFigures", keyFigures(rows))
        .with("table", Html.numbers(cells.getFirst(), List.of(), cells.subList(1, cells.size())))
        .with(
            "day",
            shown == null ? "" : DAY.formatted(Html.text(shown.date()), Html.text(shown.policy())))
        .with("failures", failures(rows))
        .with("made", Html.facts(facts(setup, origin).rows()))
        .withData(data(rows, shown))
        .html();
  }

  private static String subtitle(ReplaySetup setup, List<ReplayRow> rows) {
    return "%s; %s, %d minutes between decisions"
        .formatted(
            setup.sessions().getFileName(),
            Figures.count(dates(rows).size(), "day"),
            setup.stepMinutes());
  }

  private static List<String> dates(List<ReplayRow> rows) {
    return rows.stream().map(row -> row.text("day")).distinct().toList();
  }

  private static String keyFigures(List<ReplayRow> rows) {
    Tiles tiles = new Tiles();
    ReplayTables.byPolicy(rows)
        .forEach(
            (name, own) -> {
              if (name.startsWith("plan")) {
                tiles.add(
                    name,
                    Figures.decimals(ReplayTables.sum(own, "regret"), 2),
                    "EUR of regret; promises broken: "
                        + Figures.decimals(ReplayTables.sum(own, "brokenPromises"), 0)
                        + ", limits: "
                        + Figures.decimals(ReplayTables.sum(own, "brokenLimits"), 0));
              }
            });
    return tiles.html();
  }

  private static String failures(List<ReplayRow> rows) {
    List<String> failures =
        rows.stream()
            .filter(ReplayRow::isFailure)
            .map(
                row ->
                    "%s, %s: %s"
                        .formatted(row.text("day"), row.text("policy"), row.text("failure")))
            .toList();
    return failures.isEmpty()
        ? ""
        : "<h2>Runs that failed: %d of %d</h2>\n%s"
            .formatted(
                failures.size(),
                rows.size(),
                Html.list("violations", Html.first(failures, FAILURES)));
  }

  private static Table facts(ReplaySetup setup, Origin origin) {
    Table facts =
        new Table()
            .row("case", setup.feeder().name())
            .row("sessions", String.valueOf(setup.sessions().getFileName()))
            .row("prices", String.valueOf(setup.prices().getFileName()))
            .row("settings", setup.settings())
            .row("scenarios", "%d, seed %d".formatted(setup.scenarios(), setup.seed()))
            .row("latencies", "wall time of decisions; rows of earlier starts are kept");
    origin.facts().rows().forEach(row -> facts.row(row.toArray(String[]::new)));
    return facts;
  }

  private static Data data(List<ReplayRow> rows, @Nullable DayShown shown) {
    List<String> dates = dates(rows);
    List<Policy> policies = new ArrayList<>();
    for (Map.Entry<String, List<ReplayRow>> each : ReplayTables.byPolicy(rows).entrySet()) {
      List<@Nullable Double> regret = new ArrayList<>();
      for (String date : dates) {
        regret.add(
            each.getValue().stream()
                .filter(row -> row.text("day").equals(date) && row.number("regret") != null)
                .findFirst()
                .map(row -> Series.rounded(row.value("regret"), 2))
                .orElse(null));
      }
      policies.add(new Policy(each.getKey(), regret));
    }
    return new Data(dates, policies, shown == null ? null : day(shown));
  }

  private static Day day(DayShown shown) {
    List<List<@Nullable Double>> plans = new ArrayList<>();
    for (List<@Nullable Double> plan : shown.plansKw()) {
      List<@Nullable Double> rounded = new ArrayList<>();
      plan.forEach(kw -> rounded.add(kw == null ? null : Series.rounded(kw, 1)));
      plans.add(rounded);
    }
    return new Day(
        shown.times(),
        Series.of(shown.pricesPerMwh(), 2),
        Series.of(shown.doneKw(), 1),
        Series.of(shown.bestKw(), 1),
        plans);
  }
}
