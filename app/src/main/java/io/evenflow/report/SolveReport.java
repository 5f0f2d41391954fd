package io.evenflow.report;

import io.evenflow.check.BindingLimit;
import io.evenflow.check.BindingLimits;
import io.evenflow.method.Settings;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schedule as one page for a browser or for paper. */
public final class SolveReport {
  private static final String[] SCRIPTS = {
    "charts.js", "periods.js", "day.js", "feeder.js", "meters.js", "sessions.js", "solve.js"
  };
  private static final int VIOLATIONS = 10;
  private static final int ROWS = 20;
  private static final int WORST = 5;
  private static final String TRIPS = " A line between frames is a trip.";

  /** A longer table scrolls by itself, so that it does not bury what follows. */
  private static final int PERIODS = 30;

  private final Scenario scenario;
  private final Result result;
  private final @Nullable Result uncontrolled;

  private SolveReport(Scenario scenario, Result result, @Nullable Result uncontrolled) {
    this.scenario = scenario;
    this.result = result;
    this.uncontrolled = uncontrolled;
  }

  /**
   * The page.
   *
   * @param uncontrolled result of charging on arrival, null where there is none to compare with
   * @param settings what was asked of the method, null where that is not known
   * @throws IllegalArgumentException where the result has no schedule
   */
  public static String html(
      Scenario scenario,
      Result result,
      @Nullable Result uncontrolled,
      @Nullable Settings settings,
      Origin origin) {
    Dispatch dispatch = result.dispatch();
    Verification check = result.verification();
    if (dispatch == null || check == null) {
      throw new IllegalArgumentException("a report needs a schedule and its check");
    }
    SolveReport report = new SolveReport(scenario, result, uncontrolled);
    Page page = new Page("solve", scenario.name(), SCRIPTS);
    List<BindingLimit> binding = BindingLimits.of(scenario, dispatch, check.grid());
    SiteLimits sites = SiteLimits.of(scenario, dispatch, check.settlement());
    Shortfalls shortfalls = Shortfalls.of(scenario, dispatch, binding, sites);
    report.head(page, check, shortfalls);
    report.tables(page, dispatch, check);
    page.with("binding", report.binding(binding, sites));
    page.with("shortfalls", report.allShort(shortfalls));
    return page.with("made", Html.facts(SolveFacts.of(scenario, result, settings, origin).rows()))
        .withData(report.data(dispatch, check))
        .html();
  }

  private SolveData data(Dispatch dispatch, Verification check) {
    return SolveData.of(
        scenario,
        dispatch,
        check,
        uncontrolled == null ? null : uncontrolled.dispatch(),
        uncontrolled == null ? null : uncontrolled.verification());
  }

  private void head(Page page, Verification check, Shortfalls shortfalls) {
    page.withText("subtitle", subtitle(scenario));
    page.with("short", worst(shortfalls));
    page.with("keyFigures", KeyFigures.html(scenario, result, check, shortfalls, uncontrolled));
    List<String> status = new ArrayList<>();
    status.add("Status " + StatusWords.sentence(scenario, result) + ".");
    status.add("AC check: " + CheckWords.sentence(scenario, result, check) + ".");
    status.addAll(CostTable.savings(scenario, result, uncontrolled));
    boolean holds = CheckWords.holds(scenario, check);
    page.with("status", Html.list(holds ? "status" : "status bad", status));
    page.with("violations", Html.list("violations", Html.first(check.violations(), VIOLATIONS)));
    page.with("notes", Html.list("notes", result.notes()));
    page.withText("gaps", gaps(check));
  }

  /** Who leaves short, before anything else; nothing where nobody does. */
  private static String worst(Shortfalls shortfalls) {
    if (shortfalls.isNone()) {
      return "";
    }
    return "<div class=\"short people\">\n<h2>%s short of target</h2>\n"
            .formatted(Html.text(shortfalls.who() + " " + shortfalls.verb()))
        + Html.paragraph("", shortfalls.howMuch() + " are missing: " + shortfalls.why() + ".")
        + numbers(shortfalls.table(WORST, ""))
        + more(shortfalls.count(), WORST)
        + "</div>\n";
  }

  static String subtitle(Scenario scenario) {
    return "Feeder %s, %d buses; %s; %s of %d min from %s"
        .formatted(
            scenario.network().name(),
            scenario.feeder().busCount(),
            Fleet.headline(scenario),
            Figures.count(scenario.periods(), "period"),
            scenario.horizon().stepMinutes(),
            Clock.dayAndTime(scenario.horizon(), 0));
  }

  private static String gaps(Verification check) {
    long gaps = check.periods().stream().filter(flow -> !flow.converged()).count();
    return gaps == 0
        ? ""
        : "The AC power flow of "
            + Figures.count((int) gaps, "period")
            + " does not converge; there the lines have gaps.";
  }

  private void tables(Page page, Dispatch dispatch, Verification check) {
    page.with("costs", numbers(CostTable.table(scenario, result, uncontrolled)));
    page.with("stations", StationTable.html(scenario, dispatch, check.settlement()));
    page.with("periods", PeriodTable.html(scenario, dispatch, check));
    page.with("periodsStyle", scenario.periods() > PERIODS ? "scroll long" : "scroll");
    page.with("assets", AssetTables.html(scenario, result, dispatch, check));
    int fleet = scenario.sessions().size() + scenario.vehicles().size();
    page.withText(
        "sessionsShown",
        fleet > SessionChart.MOST
            ? "The %d of %s that miss most energy, then those whose energy costs most."
                .formatted(SessionChart.MOST, Fleet.words(scenario))
            : "");
    page.withText("stores", Fleet.stores(scenario));
    page.withText("movers", Fleet.movers(scenario));
    page.withText("fleetHeading", Fleet.heading(scenario));
    boolean isDayAheadAlone = PriceChart.of(scenario).lines().size() == 1;
    page.withText("priceHeading", isDayAheadAlone ? "Day-ahead price" : "Prices");
    page.withText("tripsNote", scenario.vehicles().isEmpty() ? "" : TRIPS);
    page.withText("metersShown", metersShown(check));
    page.withText("batteriesShown", batteriesShown(dispatch));
  }

  private String metersShown(Verification check) {
    int meters = Meters.of(scenario, check.settlement()).all().size();
    return meters > MeterChart.MOST
        ? "The first %d of %d meters.".formatted(MeterChart.MOST, meters)
        : "";
  }

  private static String batteriesShown(Dispatch dispatch) {
    int batteries = dispatch.assets().batteryChargeKw().length;
    return batteries > BatteryChart.MOST
        ? "The %d greatest of %d batteries.".formatted(BatteryChart.MOST, batteries)
        : "";
  }

  private String binding(List<BindingLimit> binding, SiteLimits sites) {
    Map<String, List<Integer>> periods = BindingWords.periods(binding, sites);
    if (periods.isEmpty()) {
      return Html.paragraph("none", BindingWords.none(sites));
    }
    List<List<String>> rows =
        periods.entrySet().stream()
            .limit(ROWS)
            .map(
                entry ->
                    List.of(entry.getKey(), Clock.ranges(scenario.horizon(), entry.getValue())))
            .toList();
    return Html.words(List.of("limit", "at"), rows) + more(periods.size(), ROWS);
  }

  private String allShort(Shortfalls shortfalls) {
    return shortfalls.isNone()
        ? Html.paragraph("none", Fleet.every(scenario) + " reaches its target.")
        : numbers(shortfalls.table(ROWS, "")) + more(shortfalls.count(), ROWS);
  }

  /** A table whose first two rows are names and units of columns. */
  private static String numbers(Table table) {
    List<List<String>> rows = table.rows();
    return Html.numbers(rows.get(0), rows.get(1), rows.subList(2, rows.size()));
  }

  /** How many rows a long table leaves out. */
  private static String more(int rows, int shown) {
    return rows <= shown
        ? ""
        : Html.paragraph("note", "and " + Figures.decimals(rows - shown, 0) + " more");
  }
}
