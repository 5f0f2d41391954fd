package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.time.Horizons;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session's answer is exact whatever its size, from a toy's battery to a ship's and beyond. */
class SessionScaleTest {
  private static final double HOUR = 1;

  private static Session session(
      int periods,
      double battery,
      double arrival,
      double target,
      @Nullable Double cost,
      double kw) {
    Charger charger = new Charger(new PowerRange(0, kw), 1, null, 1);
    return new Session("ev", "s", 0, periods, battery, 0, arrival, target, cost, charger);
  }

  private static StorageOracle solved(Session session, double... prices) {
    StorageOracle oracle =
        new StorageOracle(Storage.of(session, Horizons.ofSteps(HOUR)), OnCosts.NONE);
    oracle.solve(linear(session, prices));
    return oracle;
  }

  private static ConvexCosts linear(Session session, double... prices) {
    ConvexCosts costs = new ConvexCosts();
    costs.setLinear(prices, IntStream.range(session.arrival(), session.departure()).toArray());
    return costs;
  }

  private static double missingKwh(StorageOracle oracle) {
    Storage storage = oracle.storage();
    return storage.missingKwh(storage.energiesKwh(oracle.netKw()));
  }

  private static void assertCost(StorageOracle oracle, double cost) {
    Storage storage = oracle.storage();
    Double perKwh = storage.missingCostPerKwh();
    double atStake = cost + (perKwh == null ? 0 : perKwh * storage.wanted().getLast().kwh());
    assertThat(oracle.cost()).isCloseTo(cost, within(1e-13 * atStake));
    assertThat(oracle.value()).isCloseTo(cost, within(1e-13 * atStake));
    assertThat(oracle.value()).isLessThanOrEqualTo(cost);
    assertThat(missingKwh(oracle)).isCloseTo(0, within(1e-13 * storage.capacityKwh()));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(doubles = 10)
  void ferryIsFilledWhereCheapest(@Nullable Double cost) {
    Session ferry = session(4, 4300, 500, 3500, cost, 1000);
    // 3,000 of 4,000 kWh: the dearest hour is left out
    assertCost(solved(ferry, 0.06, 0.05, 0.04, 0.07), 1000 * (0.06 + 0.05 + 0.04));
  }

  @ParameterizedTest
  @CsvSource({
    "0.001, 0.0005",
    "10, 5",
    "10000, 2500",
    "1e6, 250000",
    "1e9, 2.5e8",
    // steps that are no decimals, and four of them in doubles
    "3.3333333333333335, 0.8333333333333334",
    "7.3333333333333333e5, 1.8333333333333334e5",
  })
  void hardTargetExactlyReachable(double target, double kw) {
    int periods = (int) Math.round(target / kw);
    double[] prices = new double[periods];
    Arrays.fill(prices, 1 / target);
    assertCost(solved(session(periods, target, 0, target, null, kw), prices), 1);
  }

  /** Sums in doubles are off by an ulp here and there; none of it makes a target out of reach. */
  @Test
  void hardTargetSummedUpInDoublesIsReachable() {
    SplittableRandom random = new SplittableRandom(20261125);
    for (int trial = 0; trial < 300; trial++) {
      double kw = Math.pow(10, random.nextInt(-4, 6)) * (1 + random.nextDouble());
      int periods = 1 + random.nextInt(200);
      double arrival = kw * random.nextDouble() * 20;
      double target = arrival;
      for (int k = 0; k < periods; k++) {
        target += kw;
      }
      Session session = session(periods, target, arrival, target, null, kw);
      double value =
          new StorageOracle(Storage.of(session, Horizons.ofSteps(HOUR)), OnCosts.NONE)
              .solve(linear(session, new double[periods]));
      assertThat(value).as("trial %d", trial).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void hardTargetTrulyOutOfReachStaysSo() {
    for (double size : new double[] {1e-3, 1, 1e3, 1e6}) {
      Session session = session(2, 10 * size, 0, 2 * size * (1 + 1e-9), null, size);
      assertThat(solved(session, 1, 1).value()).as("%s kWh", size).isInfinite();
    }
  }

  /** The energy that counts is small, the battery's and the target's are not. */
  @Test
  void targetFarOutOfReachIsMissedByWhatIsTrulyMissing() {
    StorageOracle oracle = solved(session(2, 1e9, 20, 9e8, 10.0, 7), 1, 1);
    double missing = 9e8 - 34;
    assertThat(missingKwh(oracle)).isEqualTo(missing);
    assertThat(oracle.cost()).isEqualTo(14 + 10 * missing);
    assertThat(oracle.value()).isCloseTo(oracle.cost(), within(1e-4)).isLessThan(oracle.cost());
  }

  /** A charger far stronger than the battery is a matter of its least power alone. */
  @Test
  void chargerFarStrongerThanTheBattery() {
    Session session = session(2, 50, 20, 50, 10.0, 1e9);
    assertCost(solved(session, 0.02, 0.01), 0.3);

    Charger allOrNothing = new Charger(new PowerRange(1e9, 1e9), 1, null, 1);
    Session stuck = new Session("ev", "s", 0, 2, 50, 0, 20, 50, 10.0, allOrNothing);
    assertThat(solved(stuck, 0.02, 0.01).cost()).isEqualTo(300);
  }

  @Test
  void equalsTheOptimumOverNineDecades() {
    SplittableRandom random = new SplittableRandom(20261126);
    for (int trial = 0; trial < 600; trial++) {
      LatticeSession lattice = LatticeSession.random(random, trial < 500 ? 7 : 30);
      double unit = Math.pow(10, -4 + 9 * random.nextDouble());
      assertOptimal(lattice, unit, random, "trial " + trial + ", unit of " + unit + " kWh");
    }
  }

  private static void assertOptimal(
      LatticeSession lattice, double unit, SplittableRandom random, String words) {
    double in = 0.7 + 0.3 * random.nextDouble();
    double out = 0.7 + 0.3 * random.nextDouble();
    Session session = lattice.session(unit, HOUR, in, out);
    double[] price = new double[session.departure()];
    double[] charged = new double[session.periods()];
    double[] discharged = new double[session.periods()];
    for (int k = 0; k < charged.length; k++) {
      double perUnit = random.nextDouble() - 0.15;
      price[session.arrival() + k] = perUnit / unit;
      charged[k] = perUnit / in;
      discharged[k] = perUnit * out;
    }
    double optimum = lattice.optimum(charged, discharged);
    StorageOracle oracle =
        new StorageOracle(Storage.of(session, Horizons.ofSteps(HOUR)), OnCosts.NONE);
    double value = oracle.solve(linear(session, price));
    if (Double.isInfinite(optimum)) {
      assertThat(value).as(words).isInfinite();
      return;
    }
    double accuracy = 1e-10 * (1 + Math.abs(optimum));
    assertThat(value).as(words).isCloseTo(optimum, within(accuracy));
    assertThat(value).as(words).isLessThanOrEqualTo(optimum + 1e-12);
    assertThat(oracle.cost()).as(words).isCloseTo(value, within(accuracy));
  }
}
