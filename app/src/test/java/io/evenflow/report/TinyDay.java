package io.evenflow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.io.ScenarioReader;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three hours of one vehicle that may feed back: it pays to do so in the last of them. */
final class TinyDay {
  private static final String TEXT =
      """
      {"format": "evenflow-scenario/1", "name": "tiny", "currency": "EUR",
       "feeder": {"case": "case33bw"},
       "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 3, "stepMinutes": 60},
       "prices": {"perMwh": [50, 10, 90]},
       "loads": {"scale": [0.5, 0.5, 0.5]},
       "stations": [{"id": "garage", "bus": 6, "chargePowerKw": {"min": 5, "max": 11},
                     "dischargePowerKw": {"min": 5, "max": 11}}],
       "sessions": [{"id": "ev1", "station": "garage", "arrival": 0, "departure": 3,
                     "batteryKwh": 40, "arrivalEnergyKwh": 15, "targetEnergyKwh": 20}]}
      """;

  private TinyDay() {}

  static Scenario scenario() {
    return named("tiny");
  }

  static Scenario named(String name) {
    return read(TEXT.replace("\"tiny\"", "\"" + name + "\""));
  }

  static Scenario withLoads(String scale) {
    return read(TEXT.replace("[0.5, 0.5, 0.5]", scale));
  }

  /** Six vehicles of 100 kW behind a branch of 0.4 MVA. */
  static Scenario congested() {
    String sessions =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    """
                    {"id": "ev%d", "station": "garage", "arrival": 0, "departure": 3,
                     "batteryKwh": 300, "arrivalEnergyKwh": 15, "targetEnergyKwh": 265}"""
                        .formatted(i))
            .collect(Collectors.joining(","));
    return read(
        """
        {"format": "evenflow-scenario/1", "name": "congested", "currency": "EUR",
         "feeder": {"case": "case33bw"},
         "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 3, "stepMinutes": 60},
         "prices": {"perMwh": [50, 10, 90]},
         "loads": {"scale": [0.5, 0.5, 0.5]},
         "limits": {"branchRatings": [{"from": 17, "to": 18, "mva": 0.4}]},
         "stations": [{"id": "garage", "bus": 18, "chargePowerKw": {"min": 0, "max": 100}}],
         "sessions": [%s]}
        """
            .formatted(sessions));
  }

  /** With a piece of its text replaced, which must be there. */
  static Scenario with(String piece, String replacement) {
    assertThat(TEXT).contains(piece);
    return read(TEXT.replace(piece, replacement));
  }

  private static Scenario read(String text) {
    return ScenarioReader.read("tiny.json", text);
  }

  static Result solved(Scenario scenario, String method) {
    return Objects.requireNonNull(Methods.named(method))
        .coordinate(scenario, Settings.defaults(), Watcher.NONE);
  }
}
