package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Megawatts and megawatt-hours at one berth: every method fills the ferry in the cheap hours. */
class FerryTest {
  private static final String DAY =
      """
      {"format": "evenflow-scenario/1", "name": "ferry", "currency": "EUR",
       "feeder": {"case": "case141"},
       "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 4, "stepMinutes": 60},
       "prices": {"perMwh": [60, 50, 40, 70]},
       "stations": [{"id": "quay", "bus": 2, "chargePowerKw": {"min": 0, "max": %s}}],
       "sessions": [{"id": "ferry", "station": "quay", "arrival": 0, "departure": 4,
                     "batteryKwh": %s, "arrivalEnergyKwh": 500, "targetEnergyKwh": %s,
                     "shortfallCostPerKwh": %s}]}
      """;

  @ParameterizedTest
  @CsvSource({
    "certified, 1000, 4300, 3500, 10, 1216.80",
    "certified, 1000, 4300, 3500, null, 1216.80",
    "two-stage, 1000, 4300, 3500, null, 1216.80",
    // 10 MWh in four hours at full power: exactly reachable
    "certified, 2500, 10500, 10500, null, 1758.36",
    "two-stage, 2500, 10500, 10500, null, 1758.36",
  })
  void nothingIsMissing(
      String method, double kw, double battery, double target, String cost, double objective) {
    Scenario day = ScenarioReader.read("ferry.json", DAY.formatted(kw, battery, target, cost));
    Result result =
        Objects.requireNonNull(Methods.named(method))
            .coordinate(day, Settings.defaults().withTimeLimitSeconds(120), Watcher.NONE);

    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(result.objective()).isCloseTo(objective, within(0.005));
    assertThat(Objects.requireNonNull(result.cost()).shortfall()).isCloseTo(0, within(1e-6));
    assertThat(Objects.requireNonNull(result.verification()).violations()).isEmpty();
  }
}
