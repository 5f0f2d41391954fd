package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.time.Horizons;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Battery 10 kWh with 4 kWh in it; charges 3–5 kW by hours, without losses. */
class CheapestStepsTest {
  private static Storage storage(
      int periods, double startKwh, double targetKwh, @Nullable Double missing, PowerRange powers) {
    Charger charger = new Charger(powers, 1, null, 1);
    Session session =
        new Session("ev", "s", 0, periods, 10, 1, startKwh, targetKwh, missing, charger);
    return Storage.of(session, Horizons.ofSteps(1));
  }

  private static void assertPowers(Storage storage, double[] prices, double cost, double... kw) {
    CheapestSteps steps = Objects.requireNonNull(CheapestSteps.of(storage));
    assertThat(steps.solve(prices, StepRows.upTo(prices.length)))
        .isCloseTo(cost, within(1e-9))
        .isLessThanOrEqualTo(cost);
    assertThat(steps.netKw()).containsExactly(kw, within(1e-9));
  }

  private static double[] prices(double... prices) {
    return prices;
  }

  @Test
  void fullPowerInTheCheapestAndTheRestInTheNext() {
    PowerRange powers = new PowerRange(1, 5);
    assertPowers(storage(3, 2, 8, 10.0, powers), prices(3, 2, 1), 5 + 2, 0, 1, 5);
  }

  @Test
  void aRestBelowTheLeastPowerTakesFromTheCheapest() {
    // 6 kWh: 5 would leave 1, which is less than 3
    PowerRange powers = new PowerRange(3, 5);
    assertPowers(storage(3, 4, 10, 10.0, powers), prices(4, 1, 2), 3 + 6, 0, 3, 3);
  }

  @Test
  void fewerStepsWhereTheLeastPowerCostsMoreThanWhatIsMissing() {
    // 1 of 6 kWh is missing, in place of 6 more for another 3 kWh; then all are, at half the price
    PowerRange powers = new PowerRange(3, 5);
    assertPowers(storage(2, 4, 10, 1.5, powers), prices(1, 2), 5 + 1.5, 5, 0);
    assertPowers(storage(2, 4, 10, 0.5, powers), prices(1, 2), 3, 0, 0);
  }

  @Test
  void chargesTheLaterOfTwoAlike() {
    PowerRange powers = new PowerRange(1, 5);
    assertPowers(storage(3, 4, 9, 10.0, powers), prices(1, 1, 1), 5, 0, 0, 5);
  }

  @Test
  void whatIsPaidForTakingFillsTheBattery() {
    PowerRange powers = new PowerRange(1, 5);
    assertPowers(storage(3, 4, 5, 10.0, powers), prices(-1, 3, -2), -10 - 1, 1, 0, 5);
  }

  @Test
  void roomTooSmallForTheLeastPowerStaysEmpty() {
    PowerRange powers = new PowerRange(3, 5);
    assertPowers(storage(2, 8, 10, 10.0, powers), prices(1, 2), 20, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"2, 5, 10, true", "2, 2.9, 10, false", "1, 5, 9, true", "1, 5, 9.001, false"})
  void whatMustBeThereIsThereOrOutOfReach(
      int periods, double mostKw, double target, boolean isWithinReach) {
    Storage must = storage(periods, 4, target, null, new PowerRange(1, mostKw));
    CheapestSteps steps = Objects.requireNonNull(CheapestSteps.of(must));
    boolean isFinite = Double.isFinite(steps.solve(new double[periods], StepRows.upTo(periods)));
    assertThat(isFinite).isEqualTo(isWithinReach);
  }

  @Test
  void leavesToTheRecursionWhatFeedsIn() {
    Charger both = new Charger(new PowerRange(3, 5), 1, new PowerRange(2, 4), 1);
    Session session = new Session("ev", "s", 0, 2, 10, 1, 4, 10, 1.0, both);
    assertThat(CheapestSteps.of(Storage.of(session, Horizons.ofSteps(1)))).isNull();
  }

  /** Seeds 1 to 4, 2,500 sessions each; prices of which some are alike, negative or nothing. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalsTheRecursion(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2500; i++) {
      Storage storage = randomStorage(random);
      int n = storage.steps().size();
      CheapestSteps steps = Objects.requireNonNull(CheapestSteps.of(storage));
      StorageOracle oracle = new StorageOracle(storage, OnCosts.NONE);
      ConvexCosts costs = new ConvexCosts();
      for (int again = 0; again < 3; again++) {
        double[] prices = randomPrices(n, random);
        costs.setLinear(prices, StepRows.upTo(n));
        double expected = oracle.solve(costs);
        double found = steps.solve(prices, StepRows.upTo(n));
        if (Double.isInfinite(expected)) {
          assertThat(found).as("session %d", i).isEqualTo(expected);
          continue;
        }
        double size = 1 + Math.abs(expected);
        assertThat(found).as("session %d", i).isCloseTo(expected, within(1e-9 * size));
        double truly = storage.ownCost(steps.netKw()).total();
        for (int k = 0; k < n; k++) {
          truly += prices[k] * steps.netKw()[k];
        }
        assertThat(truly).as("session %d", i).isCloseTo(found, within(1e-9 * size));
        assertThat(found).isLessThanOrEqualTo(truly);
        assertAllowed(storage, steps.netKw());
      }
    }
  }

  private static void assertAllowed(Storage storage, double[] netKw) {
    PowerRange powers = storage.steps().getFirst().charger().charge();
    for (double kw : netKw) {
      assertThat(kw == 0 || (kw >= powers.minKw() && kw <= powers.maxKw())).isTrue();
    }
    double[] energies = storage.energiesKwh(netKw);
    assertThat(energies[energies.length - 1]).isLessThan(storage.capacityKwh() + 1e-9);
  }

  private static Storage randomStorage(SplittableRandom random) {
    double most = 1 + random.nextInt(11);
    double least =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> most;
          default -> most * random.nextDouble();
        };
    double start = 2 + random.nextInt(6);
    double target = random.nextInt(5) == 0 ? 10 : start + (10 - start) * random.nextDouble();
    Double missing =
        switch (random.nextInt(4)) {
          case 0 -> null;
          case 1 -> 0.5;
          default -> 10.0;
        };
    Charger charger = new Charger(new PowerRange(least, most), 0.9, null, 1);
    int periods = 1 + random.nextInt(8);
    Session session = new Session("ev", "s", 0, periods, 10, 1, start, target, missing, charger);
    return Storage.of(session, Horizons.ofSteps(0.25));
  }

  private static double[] randomPrices(int n, SplittableRandom random) {
    double[] prices = new double[n];
    for (int k = 0; k < n; k++) {
      prices[k] =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3) - 1;
            case 1 -> -random.nextDouble();
            default -> random.nextDouble();
          };
    }
    return prices;
  }
}
