package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a day with visitors proves of the same day with others. */
class VisitedDayTest {
  private static final int PERIODS = 6;

  /** Two stations of case33bw; the first has a tariff or a narrow connection in every third day. */
  private static Scenario day(Random random, long seed) {
    StringBuilder sessions = new StringBuilder();
    for (int s = 0; s < 12; s++) {
      int arrival = random.nextInt(3);
      sessions.append(
          String.format(
              Locale.ROOT,
              "{\"id\": \"ev%d\", \"station\": \"%s\", \"arrival\": %d, \"departure\": %d,"
                  + " \"batteryKwh\": 60, \"arrivalEnergyKwh\": 20, \"targetEnergyKwh\": %d}%s",
              s,
              s % 2 == 0 ? "a" : "b",
              arrival,
              arrival + 3,
              28 + random.nextInt(8),
              s == 11 ? "" : ", "));
    }
    double[] prices = random.doubles(PERIODS).map(p -> Math.rint(-20 + 180 * p)).toArray();
    String more =
        seed % 3 == 0
            ? ", \"importPricePerMwh\": 90, \"exportPricePerMwh\": 40"
            : seed % 3 == 1 ? ", \"connectionKw\": {\"import\": 60, \"export\": 20}" : "";
    String text =
        """
        {"format": "evenflow-scenario/2", "name": "visited", "currency": "EUR",
         "feeder": {"case": "case33bw"},
         "horizon": {"start": "2024-04-09T00:00:00+02:00", "periods": 6, "stepMinutes": 60},
         "prices": {"perMwh": 30}, "substationCostPerMwh": %s, "loads": {"scale": [0.5, 0.5, 0.6, 0.6, 0.7, 0.5]},
         "stations": [
          {"id": "a", "bus": 18, "chargePowerKw": {"min": 4.2, "max": 11}, "chargeEfficiency": 0.9%s},
          {"id": "b", "bus": 33, "chargePowerKw": {"min": 4.2, "max": 11}, "chargeEfficiency": 0.9,
           "dischargePowerKw": {"min": 4.2, "max": 11}, "dischargeEfficiency": 0.9}],
         "sessions": [%s]}
        """
            .formatted(Arrays.toString(prices), more, sessions)
            .replace("\"perMwh\": 30", "\"perMwh\": [30, 30, 30, 30, 30, 30]");
    return ScenarioReader.read("visited.json", text, Path.of("."));
  }

  private static double[][] filled(double kw) {
    double[][] rows = new double[2][PERIODS];
    for (double[] row : rows) {
      Arrays.fill(row, kw);
    }
    return rows;
  }

  private static VisitedDay solve(Scenario day, double[][] kw) {
    Visitors visitors = new Visitors(List.of("a", "b"), kw, filled(-30), filled(60));
    return new Certified().visited(day, visitors, Settings.defaults(), Watcher.NONE);
  }

  private static double cost(VisitedDay day) {
    return Objects.requireNonNull(day.result().objective()) + day.visitorsCost();
  }

  /** Prices from −20 to 160 EUR/MWh: where they are below 0 cuts hold within reach alone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void noOtherVisitorsCostLessThanIsProven(long seed) {
    Random random = new Random(seed);
    Scenario day = day(random, seed);
    VisitedDay first = solve(day, filled(0));
    double[][] price = Objects.requireNonNull(first.pricePerKw());
    Result alone = new Certified().coordinate(day, Settings.defaults(), Watcher.NONE);
    assertThat(cost(first)).isCloseTo(Objects.requireNonNull(alone.objective()), within(0.01));
    assertThat(first.base()).isLessThanOrEqualTo(cost(first) + 1e-6);
    for (int trial = 0; trial < 3; trial++) {
      double[][] kw = new double[2][];
      double proven = first.base();
      for (int k = 0; k < 2; k++) {
        kw[k] = random.doubles(PERIODS, -30, 60).map(Math::rint).toArray();
        for (int t = 0; t < PERIODS; t++) {
          proven += price[k][t] * kw[k][t];
        }
      }
      VisitedDay other = solve(day, kw);
      if (other.result().status().hasSchedule()) {
        assertThat(cost(other)).isGreaterThanOrEqualTo(proven - 1e-6);
      }
    }
  }
}
