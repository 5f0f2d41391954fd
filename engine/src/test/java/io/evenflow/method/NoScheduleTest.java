package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Verification;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days on which no schedule keeps all limits: where, how far from it, and what to do then. */
class NoScheduleTest {
  /**
   * A solar field at the far end of a feeder gives 2.5 MW in the first hour, the car there takes
   * 0.05 MW at most.
   */
  private static final String SUNNY =
      """
      {"format": "evenflow-scenario/1", "name": "sunny", "currency": "EUR",
       "feeder": {"case": "case33bw"},
       "horizon": {"start": "2024-04-09T12:00:00+02:00", "periods": 2, "stepMinutes": 60},
       "prices": {"perMwh": [80, 20]}, "substationCostPerMwh": 5,
       "loads": {"scale": [0.5, 0.5],
                 "adjustments": [{"bus": 18, "activeKw": [-2500, 0], "reactiveKvar": [0, 0]}]},
       "limits": {"voltageMaxPu": 1.05, "substationExportMw": 5},
       "stations": [{"id": "field", "bus": 18, "chargePowerKw": {"min": 0, "max": 50}}],
       "sessions": [{"id": "ev1", "station": "field", "arrival": 0, "departure": 2,
                     "batteryKwh": 80, "arrivalEnergyKwh": 20, "targetEnergyKwh": 50}]}
      """;

  private static final Pattern SENTENCE =
      Pattern.compile(
          "bus 18, period 0 \\(2024-04-09T12:00\\+02:00\\): the voltage is (\\S+) p\\.u\\. at least"
              + " whatever is done, its maximum is 1\\.05 p\\.u\\.");

  private static Result run(String method, String day, boolean bestEffort) {
    Scenario scenario = ScenarioReader.read("day.json", day);
    return Objects.requireNonNull(Methods.named(method))
        .coordinate(
            scenario,
            Settings.defaults().withTimeLimitSeconds(60).withBestEffort(bestEffort),
            Watcher.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"certified", "two-stage", "direct"})
  void theScheduleThatMissesLeastIsHandedOut(String method) {
    Result result = run(method, SUNNY, true);

    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.dispatchIsBestEffort()).isTrue();
    assertThat(result.bound()).isNull();
    Dispatch effort = Objects.requireNonNull(result.dispatch());
    // dear as it is, the first hour is where the car helps
    assertThat(effort.chargeKw()[0][0]).isCloseTo(50, within(0.01));
    Verification check = Objects.requireNonNull(result.verification());
    assertThat(check.acFeasible()).isFalse();
    assertThat(result.objective()).isEqualTo(check.cost().total());

    Matcher said = SENTENCE.matcher(String.join("\n", result.notes()));
    assertThat(said.find()).as("%s", result.notes()).isTrue();
    double least = Double.parseDouble(said.group(1));
    double reached = check.periods().get(0).maxVoltagePu();
    assertThat(least).isLessThanOrEqualTo(reached + 5e-5).isGreaterThan(reached - 2e-3);
  }

  /**
   * A limit a little below what the load does whatever the car draws: within what the check leaves
   * (1e-5 p.u.) there is a schedule, beyond there is none.
   */
  @ParameterizedTest
  @CsvSource({
    "certified, 4e-6, OPTIMAL",
    "two-stage, 4e-6, FEASIBLE",
    "direct, 4e-6, FEASIBLE",
    "certified, 3e-5, INFEASIBLE",
    "two-stage, 3e-5, INFEASIBLE",
    "direct, 3e-5, INFEASIBLE"
  })
  void aLimitMissedByLessThanTheCheckSeesIsKept(String method, double beyond, Status status) {
    Verification least = Objects.requireNonNull(run("certified", SUNNY, true).verification());
    double limit = least.periods().get(0).maxVoltagePu() - beyond;
    Result result = run(method, SUNNY.replace("1.05,", limit + ","), true);
    assertThat(result.status()).isEqualTo(status);
    boolean isKept = status != Status.INFEASIBLE;
    assertThat(result.dispatchIsBestEffort()).isNotEqualTo(isKept);
    Verification check = Objects.requireNonNull(result.verification());
    assertThat(check.violations().isEmpty()).isEqualTo(isKept);
    assertThat(result.notes().stream().anyMatch(note -> note.contains("to its last digits")))
        .isEqualTo(isKept);
  }

  /** The same of a branch's rating, missed by 30 of 1e-4 of it, and of the substation's export. */
  @Test
  void soAreARatingAndTheSubstationsExport() {
    Verification least = Objects.requireNonNull(run("certified", SUNNY, true).verification());
    String free = SUNNY.replace("1.05,", "1.2,");
    double exportMw = -least.periods().get(0).importKw() / 1000;
    Result export =
        run("certified", free.replace("Mw\": 5}", "Mw\": %s}".formatted(exportMw - 4e-5)), true);
    assertThat(export.status()).isEqualTo(Status.OPTIMAL);

    // bus 18 feeds in 2.5 MW less 45 kW of load and 50 kW of the car, with 20 kvar of load
    double mva = Math.hypot(2.405, 0.02) * (1 - 3e-5);
    String rated = "Mw\": 5, \"branchRatings\": [{\"from\": 17, \"to\": 18, \"mva\": %s}]}";
    Result rating = run("certified", free.replace("Mw\": 5}", rated.formatted(mva)), true);
    assertThat(rating.status()).as("%s", rating.notes()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void noneIsHandedOutWhereItIsNotWanted() {
    Result result = run("certified", SUNNY, false);
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.dispatch()).isNull();
    assertThat(result.dispatchIsBestEffort()).isFalse();
    assertThat(String.join("\n", result.notes())).containsPattern(SENTENCE);
  }

  /**
   * A hundred cars of 1 kW take no more than one of 100 kW, which is known before anybody asks what
   * they cost; with 30 kW each they take what is too much, and only then is the day optimised.
   */
  @ParameterizedTest
  @CsvSource({"1, INFEASIBLE, false", "30, OPTIMAL, true"})
  void whetherManyKeepTheLimitsOfTheLoadIsAskedFirst(int kw, Status status, boolean isOptimised) {
    StringBuilder cars = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      cars.append(
          """
          %s{"id": "ev%d", "station": "field", "arrival": 0, "departure": 2, "batteryKwh": 80,
          "arrivalEnergyKwh": 20, "targetEnergyKwh": 21}
          """
              .formatted(i == 0 ? "" : ",", i));
    }
    String day =
        SUNNY
            .replaceAll("(?s)\"sessions\": .*", "\"sessions\": [" + cars + "]}")
            .replace("\"max\": 50", "\"max\": " + kw);
    Result result = run("certified", day, true);
    assertThat(result.status()).isEqualTo(status);
    assertThat(result.withoutVehicles()).isNull();
    assertThat(result.trace().isEmpty()).isNotEqualTo(isOptimised);
  }

  /** Each hour can be kept; what two cars must have by then cannot go through the branch. */
  @Test
  void limitsThatOnlyTogetherCannotBeKeptAreSaidSo() {
    String day =
        """
        {"format": "evenflow-scenario/1", "name": "narrow", "currency": "EUR",
         "feeder": {"case": "case33bw"},
         "horizon": {"start": "2024-04-09T12:00:00+02:00", "periods": 2, "stepMinutes": 60},
         "prices": {"perMwh": [80, 20]}, "substationCostPerMwh": 5,
         "loads": {"scale": [0.5, 0.5]},
         "limits": {"voltageMinPu": 0.8, "branchRatings": [{"from": 17, "to": 18, "mva": 0.08}]},
         "stations": [{"id": "end", "bus": 18, "chargePowerKw": {"min": 0, "max": 50}}],
         "sessions": [
           {"id": "ev1", "station": "end", "arrival": 0, "departure": 2, "batteryKwh": 80,
            "arrivalEnergyKwh": 20, "targetEnergyKwh": 60, "shortfallCostPerKwh": null},
           {"id": "ev2", "station": "end", "arrival": 0, "departure": 2, "batteryKwh": 80,
            "arrivalEnergyKwh": 20, "targetEnergyKwh": 60, "shortfallCostPerKwh": null}]}
        """;
    Result result = run("certified", day, true);
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    // with 45 kW and 20 kvar of load, each hour: 2·(√(85² + 20²) − 80) = 14.64, and the line's loss
    assertThat(result.notes().getFirst())
        .matches(
            "no schedule keeps .* together: every one misses limits by at least 14\\.[67]\\d? kWh.*");
    assertThat(result.notes().get(1)).startsWith("the best effort found: ");
    Dispatch effort = Objects.requireNonNull(result.dispatch());
    double energy = 0;
    for (double[] session : effort.chargeKw()) {
      energy += session[0] + session[1];
    }
    assertThat(energy).isLessThanOrEqualTo(80 + 1e-3);
  }
}
