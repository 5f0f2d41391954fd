package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.ScenarioReader;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The longest names and greatest figures there may be, in the width of a terminal. */
class EightyColumnsTest {
  private static final String LONG =
      "a-name-that-somebody-made-of-much-more-than-is-needed-".repeat(3);

  /** Quarter-hours of 60 vehicles of 100 kW where a third of them would be too many. */
  private static Scenario day(String currency, double price) {
    String sessions =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    """
                    {"id": "充電-%s%d", "station": "%sstation", "arrival": %d, "departure": %d,
                     "batteryKwh": 1000, "arrivalEnergyKwh": 15, "targetEnergyKwh": 900}"""
                        .formatted(LONG, i, LONG, i, i + 30))
            .collect(Collectors.joining(","));
    String prices =
        IntStream.range(0, 96)
            .mapToObj(t -> Double.toString(price * (t % 7 - 2)))
            .collect(Collectors.joining(","));
    return ScenarioReader.read(
        "long.json",
        """
        {"format": "evenflow-scenario/1", "name": "%s", "currency": "%s",
         "feeder": {"case": "case33bw"},
         "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 96, "stepMinutes": 15},
         "prices": {"perMwh": [%s]},
         "stations": [{"id": "%sstation", "bus": 18, "chargePowerKw": {"min": 50, "max": 100}}],
         "sessions": [%s]}
        """
            .formatted(LONG, currency, prices, LONG, sessions));
  }

  private static void assertFits(List<String> lines) {
    assertThat(lines).allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
  }

  private static Result solved(Scenario day, String method) {
    return Objects.requireNonNull(Methods.named(method))
        .coordinate(day, Settings.defaults().withTimeLimitSeconds(1), Watcher.NONE);
  }

  @Test
  void theSummaryOfASchedule() {
    Scenario day = day("EUR", 40);
    Result alone = solved(day, "uncontrolled");
    List<String> broken = ResultSummary.of(day, alone, null);
    assertThat(broken).anySatisfy(line -> assertThat(line).contains("more"));
    assertFits(broken);
    List<String> compared = ResultSummary.of(day, alone, alone);
    assertThat(compared)
        .anySatisfy(line -> assertThat(line).startsWith("Short     "))
        .anySatisfy(line -> assertThat(line).containsPattern("  充電-a-.*…  a-name-.*…  "));
    assertFits(compared);
  }

  @Test
  void theSummaryInMuchMoney() {
    Scenario day = day("Simbabwe-Dollar", 2e9);
    List<String> lines = ResultSummary.of(day, solved(day, "uncontrolled"), null);
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).endsWith("Simbabwe-Dollar/MWh"))
        .anySatisfy(
            line -> assertThat(line).containsPattern("cost +Simbabwe-Dollar +-?[\\d,.]{15}"));
    assertFits(lines);
  }
}
