package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.Verifier;
import io.evenflow.method.Settings;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SolveReportTest {
  private static final Origin ORIGIN =
      new Origin(
          "1.2.3",
          "evenflow solve tiny.json --report tiny.html",
          "Some System 1, some processor",
          2,
          "25",
          1000,
          OffsetDateTime.parse("2026-01-02T03:04:05Z"));
  private static final Pattern ISLAND =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  private static String page(Scenario day, Result result) {
    Result alone = TinyDay.solved(day, "uncontrolled");
    return SolveReport.html(day, result, alone, Settings.defaults(), ORIGIN);
  }

  private static JsonNode data(String page) {
    Matcher island = ISLAND.matcher(page);
    assertThat(island.find()).isTrue();
    return JsonMapper.builder().build().readTree(island.group(1));
  }

  private static Result with(Result result, Scenario day, Dispatch dispatch) {
    return new Result(
        result.scenario(),
        result.method(),
        result.problem(),
        result.status(),
        dispatch,
        result.dispatchIsBestEffort(),
        result.cost(),
        result.bound(),
        result.withoutVehicles(),
        result.unavoidableShortfallCost(),
        result.seconds(),
        List.of(),
        List.of(),
        Verifier.verify(day, dispatch));
  }

  @Test
  void chartsDrawTheFiguresOfTheCheckAndOfTheSchedule() {
    Scenario day = TinyDay.scenario();
    Result result = TinyDay.solved(day, "certified");
    Dispatch dispatch = Objects.requireNonNull(result.dispatch());
    Verification check = Objects.requireNonNull(result.verification());
    JsonNode data = data(page(day, result));
    for (int t = 0; t < 3; t++) {
      double netKw = dispatch.chargeKw()[0][t] - dispatch.dischargeKw()[0][t];
      assertThat(data.at("/prices/lines/0/price/" + t).doubleValue())
          .isEqualTo(day.prices().perMwh(t));
      assertThat(data.at("/powers/net/" + t).doubleValue()).isCloseTo(netKw, within(1e-3));
      Verification.PeriodFlow flow = check.periods().get(t);
      assertThat(data.at("/imports/schedule/" + t).doubleValue())
          .isCloseTo(flow.importKw(), within(1e-3));
      assertThat(data.at("/voltages/low/" + t).doubleValue())
          .isCloseTo(flow.minVoltagePu(), within(1e-6));
      int lowest = day.feeder().indexOf(flow.minVoltageBus());
      assertThat(data.at("/feeder/voltages/" + t + "/" + lowest).doubleValue())
          .isCloseTo(flow.minVoltagePu(), within(1e-5));
    }
    JsonNode track = data.at("/sessions/rows/1/track");
    assertThat(data.at("/sessions/rows/0/name").stringValue()).isEqualTo("garage");
    assertThat(track.at("/energy").size()).isEqualTo(4);
    assertThat(track.at("/energy/3/1").doubleValue()).isCloseTo(20, within(0.01));
    assertThat(track.at("/powers/0/kw").doubleValue()).isPositive();
    assertThat(data.at("/powers/layers/1/name").stringValue()).isEqualTo("feeding back");
    assertThat(data.at("/powers/layers/1/to/2").doubleValue()).isNegative();
  }

  @Test
  void tilesAndTablesSayWhatTheSummarySays() {
    Scenario day = TinyDay.scenario();
    Result result = TinyDay.solved(day, "certified");
    String page = page(day, result);
    assertThat(page)
        .contains("<h1>tiny</h1>")
        .contains(Figures.money(Objects.requireNonNull(result.objective())) + " EUR")
        .contains("Status optimal: proven; none can be cheaper by more than")
        .contains("every limit holds")
        .contains("No limit of the grid binds.")
        .contains("Every session reaches its target.")
        .contains("<td>evenflow solve tiny.json --report tiny.html</td>")
        .contains("<td>1.2.3</td>");
  }

  @Test
  void theSameFiguresGiveTheSamePage() {
    Scenario day = TinyDay.scenario();
    Result result = TinyDay.solved(day, "certified");
    assertThat(page(day, result)).isEqualTo(page(day, result));
  }

  @Test
  void nothingIsFetched() {
    Scenario day = TinyDay.scenario();
    String page = page(day, TinyDay.solved(day, "certified"));
    String markup = page.replaceAll("(?s)<script.*?</script>", "");
    assertThat(markup)
        .contains("default-src 'none'")
        .doesNotContainPattern("(?i)\\b(src|href|action)\\s*=")
        .doesNotContainPattern("(?i)@import|url\\(|<link|<img|<iframe");
    assertThat(page).doesNotContainPattern("(?i)<script[^>]*\\bsrc");
  }

  @Test
  void namesAreTextWhateverTheyAre() {
    String hostile = "</script><script>alert(1)</script>{{data}}<!--";
    Scenario day = TinyDay.named(hostile);
    String plain = page(TinyDay.scenario(), TinyDay.solved(TinyDay.scenario(), "certified"));
    String page = page(day, TinyDay.solved(day, "certified"));
    assertThat(scripts(page)).isEqualTo(scripts(plain));
    assertThat(page)
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
    assertThat(data(page).at("/currency").stringValue()).isEqualTo("EUR");
    String json = Page.json(List.of(hostile));
    assertThat(json).doesNotContain("<");
    assertThat(JsonMapper.builder().build().readTree(json).get(0).stringValue()).isEqualTo(hostile);
  }

  private static long scripts(String page) {
    return Pattern.compile("</?script").matcher(page).results().count();
  }

  @Test
  void fictionIsCalledSoAtTheTop() {
    Scenario day = TinyDay.scenario();
    Result result = TinyDay.solved(day, "certified");
    Dispatch dispatch = Objects.requireNonNull(result.dispatch());
    Arrays.setAll(dispatch.generatorKw()[0], t -> dispatch.generatorKw()[0][t] + 50);
    assertThat(page(day, with(result, day, dispatch)))
        .contains("<div class=\"tile bad\"><dt>AC check</dt><dd>fiction")
        .contains("<ul class=\"status bad\">")
        .contains("This schedule is fiction, do not use it")
        .doesNotContain("Saved on energy");
  }

  /** Six vehicles want 1,500 kWh in three hours, and the branch above them carries 0.4 MVA. */
  @Test
  void whoLeavesShortForCongestionComesFirst() {
    Scenario day = TinyDay.congested();
    Result result = TinyDay.solved(day, "certified");
    String page = page(day, result);
    String top = page.substring(0, page.indexOf("<dl class=\"tiles\">"));
    // 1,500 kWh are wanted, 0.4 MVA less the load of bus 18 bring 1,060.9.
    assertThat(top)
        .containsPattern("<h2>[1-6] of 6 sessions leave short of target</h2>")
        .contains("439.1 kWh are missing: all of it by congestion.", "<td>congestion</td>");
    assertThat(page)
        .contains("<dt>AC check</dt><dd>passed", "with 439.1 kWh more missing")
        .doesNotContain("tile good", "out of reach");
  }

  @Test
  void aPeriodWithoutAPowerFlowIsAGapThatIsSpokenOf() {
    Scenario heavy = TinyDay.withLoads("[0.5, 20, 0.5]");
    Scenario day = TinyDay.scenario();
    Result result = TinyDay.solved(day, "certified");
    Dispatch dispatch = Objects.requireNonNull(result.dispatch());
    Result there = with(result, heavy, dispatch);
    String page = SolveReport.html(heavy, there, null, Settings.defaults(), ORIGIN);
    JsonNode data = data(page);
    assertThat(page).contains("The AC power flow of 1 period does not converge");
    assertThat(data.at("/imports/schedule/1").isNull()).isTrue();
    assertThat(data.at("/voltages/low/1").isNull()).isTrue();
    assertThat(data.at("/feeder/voltages/1").isNull()).isTrue();
    assertThat(data.at("/feeder/voltages/0").isNull()).isFalse();
  }
}
