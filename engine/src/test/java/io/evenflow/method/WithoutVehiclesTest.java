package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.check.Verifier;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Verification;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Import is paid for, so the relaxation would burn power in currents that do not exist, and a
 * generator beside the load has a range: what it does is searched for, region by region.
 *
 * <pre>
 * [1] --- 2 --- 3 (load, generator)
 * </pre>
 */
class WithoutVehiclesTest {
  private static final String GENERATOR =
      """
      function mpc = generator
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0    0    0 0 1 1 0 10 1 1    1;
        2 1 0.2  0.06 0 0 1 1 0 10 1 1.05 0.9;
        3 1 0.15 0.05 0 0 1 1 0 10 1 1.05 0.9;
      ];
      mpc.gen = [
        1 0 0 2   -2   1 1 1 2   -2;
        3 0 0 0.1 -0.1 1 1 1 0.2 0;
      ];
      mpc.branch = [
        1 2 0.05 0.04 0 0 0 0 0 0 1 -360 360;
        2 3 0.08 0.06 0 0 0 0 0 0 1 -360 360;
      ];
      mpc.gencost = [
        2 0 0 2 60 0;
        2 0 0 2 20 0;
      ];
      """;

  /** Each hour dearer than the one before: none is the same as another. */
  private static Scenario hours(int first, int count) {
    return hours(GENERATOR, first, count);
  }

  private static Scenario hours(String feeder, int first, int count) {
    double[] importPrice = new double[count];
    Arrays.setAll(importPrice, t -> -40 + 7 * (first + t));
    return new Scenario(
        "generator",
        "EUR",
        "generator",
        MatpowerReader.read("generator", feeder),
        new Horizon(OffsetDateTime.parse("2024-05-12T12:00:00+02:00"), count, 60),
        DayAheadPrices.of(new double[count]),
        Loads.flat(count),
        List.of(),
        Limits.OF_THE_CASE,
        importPrice,
        List.of(),
        List.of());
  }

  private static @Nullable Double cost(Scenario day, double seconds) {
    return WithoutVehicles.cost(day, DayProblem.of(day), seconds, () -> false);
  }

  /** Hours do not know of each other: ten cost what each costs alone, and take no longer. */
  @Test
  void aDayIsTheSumOfItsHours() {
    double sum = 0;
    for (int t = 0; t < 10; t++) {
      sum += Objects.requireNonNull(cost(hours(t, 1), 100));
    }
    assertThat(Objects.requireNonNull(cost(hours(0, 10), 100))).isCloseTo(sum, within(1e-5));
  }

  @Test
  void isWhatScipFindsOnTheAcGrid() {
    Scenario day = hours(0, 3);
    Settings settings = Settings.defaults();
    double scip =
        Objects.requireNonNull(AcWithoutVehicles.cost(day, new Run(settings, Watcher.NONE)));
    assertThat(Objects.requireNonNull(cost(day, 100))).isCloseTo(scip, within(1e-5));
  }

  /** A limit 4e-8 above the lowest voltage: kept as far as the check sees, and for nothing. */
  @Test
  void aLimitMissedByLessThanTheCheckSeesCostsNothing() {
    Scenario free = hours(loadAlone(), 0, 3);
    Verification flow = flow(free);
    double lowestPu = flow.periods().getFirst().minVoltagePu();
    Scenario day = free.withLimits(new Limits(lowestPu + 4e-8, null, null, List.of(), null));
    assertThat(flow.cost().total()).isBetween(-35.58, -35.56);
    assertThat(Objects.requireNonNull(cost(day, 100))).isCloseTo(flow.cost().total(), within(1e-9));
  }

  private static String loadAlone() {
    return GENERATOR.replaceFirst("  3 0 0 0.1.*\n", "").replaceFirst("  2 0 0 2 20 0;\n", "");
  }

  private static Verification flow(Scenario day) {
    return Verifier.verify(
        day,
        Objects.requireNonNull(
            new Uncontrolled().coordinate(day, Settings.defaults(), Watcher.NONE).dispatch()));
  }

  /** The best so far is no optimum. */
  @Test
  void nothingIsSaidWhereTimeDoesNotSuffice() {
    assertThat(cost(hours(0, 10), 1e-6)).isNull();
  }
}
