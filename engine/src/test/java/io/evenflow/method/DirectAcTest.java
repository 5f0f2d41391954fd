package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.io.BuiltInDays;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.SubstationVoltage;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * SCIP on the AC grid itself, on one branch of r = 0.1 p.u. on 1 MVA whose power flow is solved by
 * hand: with P' drawn at the end, v₂ = (1 + √(1 − 0.4·P'))/2 and the import is P'/v₂.
 *
 * <pre>
 * [1] --- 2 (load, station)
 * </pre>
 */
class DirectAcTest {
  private static final String ONE_BRANCH =
      """
      function mpc = one
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0      0 0 0 1 1 0 12.66 1 1    1;
        2 1 LOAD 0 0 0 1 1 0 12.66 1 1.05 0.9;
      ];
      mpc.gen = [
        1 0 0 2    -2 1 1 1 2   -2;
        GENERATORS
      ];
      mpc.branch = [1 2 0.1 0 0 0 0 0 0 0 1 -360 360];
      mpc.gencost = [
        2 0 0 2 60 0;
        COSTS
      ];
      """;

  private static Scenario day(
      double loadMw, double importPrice, PowerRange charge, @Nullable Double shortfallCost) {
    String file =
        ONE_BRANCH
            .replace("LOAD", String.valueOf(loadMw))
            .replace("GENERATORS", "")
            .replace("COSTS", "");
    return day(file, importPrice, charge, shortfallCost);
  }

  /**
   * One hour; the vehicle pays 30 EUR/MWh and wants 50 kWh. Without an import price (NaN) the
   * file's costs stand.
   */
  private static Scenario day(
      String file, double importPrice, PowerRange charge, @Nullable Double shortfallCost) {
    Charger charger = new Charger(charge, 1, null, 1);
    return new Scenario(
        "one",
        "EUR",
        "one",
        MatpowerReader.read("one", file),
        new Horizon(OffsetDateTime.parse("2024-05-12T12:00:00+02:00"), 1, 60),
        DayAheadPrices.of(30),
        Loads.flat(1),
        List.of(),
        Limits.OF_THE_CASE,
        Double.isNaN(importPrice) ? null : new double[] {importPrice},
        List.of(new Station("s", 2, charger)),
        List.of(new Session("ev", "s", 0, 1, 100, 0, 0, 50, shortfallCost, charger)));
  }

  private static Result run(Scenario day) {
    return new Direct().coordinate(day, Settings.defaults().withEngine("scip-ac"), Watcher.NONE);
  }

  private static void optimal(Result result, double optimum, double chargeKw) {
    assertThat(result.status()).isEqualTo(Status.OPTIMAL);
    assertThat(Objects.requireNonNull(result.objective())).isCloseTo(optimum, within(1e-5));
    assertThat(Objects.requireNonNull(result.bound())).isBetween(optimum - 1e-4, optimum + 1e-6);
    assertThat(Objects.requireNonNull(result.dispatch()).chargeKw()[0][0])
        .isCloseTo(chargeKw, within(1e-3));
    var check = Objects.requireNonNull(result.verification());
    assertThat(check.violations()).isEmpty();
    assertThat(check.phantomLossKwh()).isCloseTo(0, within(1e-6));
  }

  /** Import is paid for: the relaxation burns all it can, the AC grid draws 256.583 kW for 250. */
  @Test
  void aNegativePriceBurnsNothing() {
    Result result = run(day(0.2, -100, new PowerRange(40, 50), 1.0));
    optimal(result, -0.1 * 256.5835 + 0.03 * 50, 50);
    assertThat(Objects.requireNonNull(result.withoutVehicles()))
        .isCloseTo(-0.1 * 204.1684, within(1e-4));
  }

  /**
   * 600 kW of sun need a voltage of 1.0568; at 1.05 the branch takes 525 kW, of which 500 arrive.
   * So the vehicle must take 75 kW, though selling them pays more.
   */
  @Test
  void theUpperVoltageLimitMakesAVehicleCharge() {
    optimal(run(day(-0.6, 60, new PowerRange(50, 100), null)), -0.06 * 500 + 0.03 * 75, 75);
  }

  /** The same with a charger too small for it: the relaxation would burn the rest. */
  @Test
  void aVoltageThatCannotHoldIsProvenNotTo() {
    Result result = run(day(-0.6, 60, new PowerRange(50, 70), null));
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.dispatchIsBestEffort()).isTrue();
    assertThat(result.withoutVehicles()).isNull();
    assertThat(result.notes()).anyMatch(note -> note.contains("period 0"));
  }

  /** A generator at 20 EUR/MWh and 0 … 500 kW beside the vehicle gives what 1.05 p.u. allow. */
  @Test
  void aGeneratorAlongTheFeeder() {
    String file =
        ONE_BRANCH
            .replace("LOAD", "-0.1")
            .replace("GENERATORS", "2 0 0 0 0 1 1 1 0.5 0;")
            .replace("COSTS", "2 0 0 2 20 0;");
    Result result = run(day(file, 60, new PowerRange(0, 50), 1.0));
    // 500 kW + 100 kW − 50 kW would be 550 kW: the voltage limit cuts 25 kW off
    optimal(result, -0.06 * 500 + 0.02 * 475 + 0.03 * 50, 50);
  }

  /**
   * An hour of 200 kW of load, then one of 100 kW of sun: the higher the voltage, the less is lost,
   * and 1.05 p.u. at bus 2 in the sun are V₀ = 1.05 − 0.1·0.1/1.05 at the substation.
   */
  @ParameterizedTest
  @CsvSource({"true, 1.05", "false, 1.0404761905"})
  void aTapForTheDayIsTheSameInAllPeriods(boolean perPeriod, double inTheLoadHour) {
    Result result = run(loadThenSun(new SubstationVoltage(0.98, 1.05, perPeriod)));
    double sunHour = 1.05 - 0.01 / 1.05;
    assertThat(Objects.requireNonNull(result.dispatch()).substationVoltagePu())
        .containsExactly(new double[] {inTheLoadHour, sunHour}, within(1e-5));
    double lowest = (inTheLoadHour + Math.sqrt(inTheLoadHour * inTheLoadHour - 0.08)) / 2;
    double importMwh = inTheLoadHour * 0.2 / lowest - sunHour * 0.1 / 1.05;
    assertThat(Objects.requireNonNull(result.objective())).isCloseTo(60 * importMwh, within(1e-5));
    assertThat(Objects.requireNonNull(result.withoutVehicles()))
        .isCloseTo(60 * importMwh, within(1e-5));
  }

  private static Scenario loadThenSun(SubstationVoltage tap) {
    Scenario hour = day(0.2, 60, new PowerRange(0, 50), 1.0);
    Loads loads =
        new Loads(
            new double[] {1, 0},
            List.of(new Loads.Adjustment(2, new double[] {0, -100}, new double[2])));
    return new Scenario(
        "tap",
        "EUR",
        "one",
        hour.network(),
        new Horizon(hour.horizon().start(), 2, 60),
        DayAheadPrices.of(30, 30),
        loads,
        List.of(),
        new Limits(null, null, null, List.of(), tap),
        new double[] {60, 60},
        hour.stations(),
        List.of());
  }

  /** Of the 256.583 kW needed a second generator at the substation gives 100 kW, at 20 EUR/MWh. */
  @Test
  void twoGeneratorsAtTheSubstation() {
    String file =
        ONE_BRANCH
            .replace("LOAD", "0.2")
            .replace("GENERATORS", "1 0 0 0 0 1 1 1 0.1 0;")
            .replace("COSTS", "2 0 0 2 20 0;");
    Result result = run(day(file, Double.NaN, new PowerRange(40, 50), 1.0));
    optimal(result, 0.06 * 156.5835 + 0.02 * 100 + 0.03 * 50, 50);
    assertThat(Objects.requireNonNull(result.dispatch()).generatorKw()[1][0])
        .isCloseTo(100, within(1e-3));
  }

  @Test
  void aDayOfTheRelaxationIsTheSameDay() {
    Scenario day = BuiltInDays.read("case18-small");
    Scenario one = day.withSessions(day.sessions().subList(0, 1));
    Settings patient = Settings.defaults().withTimeLimitSeconds(60);
    Result relaxed = new Direct().coordinate(one, patient, Watcher.NONE);
    Result ac = new Direct().coordinate(one, patient.withEngine("scip-ac"), Watcher.NONE);
    double optimum = Objects.requireNonNull(relaxed.objective());
    assertThat(Objects.requireNonNull(ac.objective())).isCloseTo(optimum, within(1e-6 * optimum));
  }

  @Test
  void namesTheVehicleWhoseHardTargetIsOutOfReach() {
    Scenario day = day(0.2, 60, new PowerRange(0, 40), null);
    Result result = run(day);
    assertThat(result.status()).isEqualTo(Status.INFEASIBLE);
    assertThat(result.notes()).anyMatch(note -> note.contains("'ev'"));
    assertThat(Objects.requireNonNull(result.withoutVehicles()))
        .isCloseTo(0.06 * 204.1684, within(1e-4));
  }

  @Test
  void stopsWhenAskedTo() {
    Watcher impatient =
        new Watcher() {
          @Override
          public void progress(Progress progress) {}

          @Override
          public boolean stopRequested() {
            return true;
          }
        };
    Result result =
        new Direct()
            .coordinate(
                BuiltInDays.read("case69-day"),
                Settings.defaults().withEngine("scip-ac"),
                impatient);
    assertThat(result.status()).isEqualTo(Status.TIME_LIMIT);
    assertThat(result.dispatch()).isNull();
    assertThat(result.withoutVehicles()).isNull();
  }

  @Test
  void onlyDirectWorksWithIt() {
    assertThat(Engines.solvesAc("scip-ac")).isTrue();
    assertThat(Engines.solvesAc("scip")).isFalse();
    assertThat(Engines.solvesAc(null)).isFalse();
    assertThat(Engines.serves("scip-ac", "direct")).isTrue();
    assertThat(Engines.serves("scip-ac", "two-stage")).isFalse();
    assertThat(Engines.serves("cuts", "direct")).isFalse();
  }
}
