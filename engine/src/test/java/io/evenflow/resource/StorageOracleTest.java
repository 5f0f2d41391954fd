package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.time.Horizons;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageOracleTest {
  private static final double HOUR = 1;

  /** Battery 10 kWh with 4 kWh in it; charges 3–5 kW, feeds 2–4 kW, without losses. */
  private static Session session(int periods, double target, @Nullable Double shortfallCost) {
    return new Session(
        "ev",
        "s",
        0,
        periods,
        10,
        1,
        4,
        target,
        shortfallCost,
        charger(3, 5, new PowerRange(2, 4)));
  }

  private static Charger charger(double min, double max, @Nullable PowerRange discharge) {
    return new Charger(new PowerRange(min, max), 1, discharge, 1);
  }

  private static StorageOracle solved(Session session, double... prices) {
    StorageOracle oracle =
        new StorageOracle(Storage.of(session, Horizons.ofSteps(HOUR)), OnCosts.NONE);
    oracle.solve(linear(session, prices));
    return oracle;
  }

  /** Prices by period of the horizon, as costs by period of the stay. */
  private static ConvexCosts linear(Session session, double... prices) {
    ConvexCosts costs = new ConvexCosts();
    costs.setLinear(prices, IntStream.range(session.arrival(), session.departure()).toArray());
    return costs;
  }

  private static void assertSchedule(StorageOracle oracle, double cost, double... netKw) {
    assertThat(oracle.netKw()).containsExactly(netKw, within(1e-9));
    assertThat(oracle.cost()).isCloseTo(cost, within(1e-9));
    assertThat(oracle.value()).isCloseTo(cost, within(1e-9)).isLessThanOrEqualTo(cost + 1e-12);
  }

  @Test
  void buysWhereCheapAndSellsWhereDear() {
    // energy 4 → 9 → 5 → 8; four more kWh are wanted than on arrival
    assertSchedule(solved(session(3, 8, 10.0), 1, 5, 2), 5 - 20 + 6, 5, -4, 3);
  }

  @Test
  void leastPowerShapesTheCharge() {
    // 6 kWh are missing: 5 kWh first would leave 1 kWh, less than the least charge of 3
    Session filling = new Session("ev", "s", 0, 2, 10, 1, 4, 10, 10.0, charger(3, 5, null));
    assertSchedule(solved(filling, 1, 2), 3 + 6, 3, 3);
  }

  @Test
  void roomTooSmallForTheLeastChargeIsShortfall() {
    // 2 kWh of room and a least charge of 3
    Session almostFull = new Session("ev", "s", 0, 2, 10, 1, 8, 10, 10.0, charger(3, 5, null));
    assertSchedule(solved(almostFull, 1, 2), 20, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"9, 5", "7, 3", "4, 0"})
  void hardTargetExactlyReachable(double target, double kw) {
    assertSchedule(solved(session(1, target, null), 1), kw, kw);
  }

  @Test
  void hardTargetOutOfReachHasNoSchedule() {
    StorageOracle oracle = solved(session(1, 9.001, null), 1);
    assertThat(oracle.value()).isInfinite();
    assertThat(oracle.cost()).isInfinite();
  }

  @Test
  void hardTargetInAGapOfThePowersIsOverfilled() {
    assertSchedule(solved(session(1, 5, null), 1), 3, 3);
  }

  @Test
  void fullOnArrivalStaysFull() {
    Session full = new Session("ev", "s", 0, 2, 10, 0, 10, 10, 10.0, charger(3, 5, null));
    assertSchedule(solved(full, 1, -1), 0, 0, 0);
  }

  @Test
  void fullOnArrivalMakesRoomWhereItIsPaidForCharging() {
    Session full =
        new Session("ev", "s", 0, 2, 10, 0, 10, 10, 10.0, charger(3, 5, new PowerRange(2, 4)));
    assertSchedule(solved(full, 1, -2), -4 - 8, -4, 4);
  }

  @Test
  void sellsWhatIsAboveTheTargetDownToLeastEnergy() {
    // 4 kWh on arrival, 1 kWh must stay, nothing is wanted: 3 kWh go where most is paid
    assertSchedule(solved(session(2, 0, 10.0), 2, 3), -9, 0, -3);
  }

  @Test
  void negativePricesFillUp() {
    // feeding 2 kW for 1 makes room for 5 kW at 3 just as well as staying does
    assertSchedule(solved(session(2, 0, 10.0), -1, -3), -15 - 0, 0, 5);
  }

  @Test
  void lossesDecideWhetherASwingPays() {
    Charger lossy = new Charger(new PowerRange(0, 5), 0.8, new PowerRange(0, 5), 0.8);
    Session session = new Session("ev", "s", 0, 2, 10, 0, 0, 0, 10.0, lossy);
    // 5 kW in make 4 kWh in the battery and 3.2 kW out: it pays above a ratio of 1/0.64
    assertSchedule(solved(session, 1, 1.5), 0, 0, 0);
    assertSchedule(solved(session, 1, 2), 5 - 6.4, 5, -3.2);
  }

  @Test
  void equalsTheOptimumOverAllWholeMoves() {
    SplittableRandom random = new SplittableRandom(20260301);
    for (int trial = 0; trial < 600; trial++) {
      LatticeSession lattice = LatticeSession.random(random, trial < 400 ? 7 : 40);
      assertOptimal(lattice, random, "trial " + trial);
    }
  }

  /** Brought up to the least energy first, and never infeasible through it. */
  @Test
  void equalsTheOptimumOverAllWholeMovesFromBelowTheLeastEnergy() {
    SplittableRandom random = new SplittableRandom(20261201);
    for (int trial = 0; trial < 600; trial++) {
      LatticeSession lattice =
          LatticeSession.random(random, trial < 400 ? 7 : 40).belowLeast(random);
      assertOptimal(lattice, random, "trial " + trial);
    }
  }

  private static void assertOptimal(LatticeSession lattice, SplittableRandom random, String trial) {
    double unit = random.nextInt(2) == 0 ? 0.5 : 0.3 + random.nextDouble();
    double step = random.nextInt(2) == 0 ? 1 : 0.25;
    double in = random.nextInt(3) == 0 ? 1 : 0.7 + 0.3 * random.nextDouble();
    double out = random.nextInt(3) == 0 ? 1 : 0.7 + 0.3 * random.nextDouble();
    Session session = lattice.session(unit, step, in, out);
    double[] price = new double[session.departure()];
    double[] charged = new double[session.periods()];
    double[] discharged = new double[session.periods()];
    for (int k = 0; k < charged.length; k++) {
      double perKw = random.nextDouble() - 0.15;
      price[session.arrival() + k] = perKw;
      charged[k] = perKw * unit / (step * in);
      discharged[k] = perKw * unit * out / step;
    }
    double optimum = lattice.optimum(charged, discharged);
    StorageOracle oracle =
        new StorageOracle(Storage.of(session, Horizons.ofSteps(step)), OnCosts.NONE);
    double value = oracle.solve(linear(session, price));
    if (Double.isInfinite(optimum)) {
      assertThat(value).as(trial).isInfinite();
      return;
    }
    double accuracy = 1e-9 * (1 + Math.abs(optimum));
    assertThat(value).as(trial).isCloseTo(optimum, within(accuracy));
    assertThat(value).as(trial).isLessThanOrEqualTo(optimum + 1e-11);
    assertThat(oracle.cost()).as(trial).isCloseTo(value, within(accuracy));
    assertKeepsTheRules(session, oracle, step, trial);
  }

  /**
   * Convex costs with bends at whole moves: some optimum sits on the lattice as with prices, as a
   * convex piecewise linear cost adds rows and columns of the same kind.
   */
  @Test
  void equalsTheOptimumAtConvexCosts() {
    SplittableRandom random = new SplittableRandom(20261124);
    for (int trial = 0; trial < 400; trial++) {
      LatticeSession lattice = LatticeSession.random(random, trial < 300 ? 7 : 30);
      double unit = 0.3 + random.nextDouble();
      Session session = lattice.session(unit, HOUR, 1, 1);
      double[][] slopes = new double[session.periods()][];
      int[][] bends = new int[session.periods()][];
      ConvexCosts costs = new ConvexCosts();
      for (int k = 0; k < slopes.length; k++) {
        bends[k] = random.ints(random.nextInt(3), -9, 10).sorted().distinct().toArray();
        slopes[k] = random.doubles(bends[k].length + 1, -0.2, 0.8).sorted().toArray();
        addPeriod(costs, bends[k], slopes[k], unit);
      }
      double optimum = lattice.optimum((k, units) -> convex(bends[k], slopes[k], units) * unit);

      StorageOracle oracle =
          new StorageOracle(Storage.of(session, Horizons.ofSteps(HOUR)), OnCosts.NONE);
      double value = oracle.solve(costs);

      String words = "trial " + trial;
      if (Double.isInfinite(optimum)) {
        assertThat(value).as(words).isInfinite();
        continue;
      }
      assertThat(value).as(words).isCloseTo(optimum, within(1e-9 * (1 + Math.abs(optimum))));
      assertThat(oracle.cost()).as(words).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
      assertKeepsTheRules(session, oracle, HOUR, words);
    }
  }

  private static void addPeriod(ConvexCosts costs, int[] bends, double[] slopes, double unit) {
    costs.beginRow();
    for (int i = 0; i < slopes.length; i++) {
      double from = i == 0 ? -100 : bends[i - 1] * unit;
      double to = i == bends.length ? 100 : bends[i] * unit;
      int within = i == 0 ? (bends.length == 0 ? 0 : bends[0]) : bends[i - 1];
      double constant = convex(bends, slopes, within) * unit - slopes[i] * within * unit;
      costs.addPiece(from, to, slopes[i], constant);
    }
  }

  /** The integral of the slopes from 0 to some units. */
  private static double convex(int[] bends, double[] slopes, int units) {
    double sum = 0;
    for (int u = Math.min(units, 0); u < Math.max(units, 0); u++) {
      int piece = 0;
      while (piece < bends.length && bends[piece] <= u) {
        piece++;
      }
      sum += Math.signum(units) * slopes[piece];
    }
    return sum;
  }

  private static void assertKeepsTheRules(
      Session session, StorageOracle oracle, double step, String trial) {
    LeastEnergy least = session.leastEnergy(Horizons.ofSteps(step));
    int k = 0;
    double energy = session.arrivalEnergyKwh();
    for (double kw : oracle.netKw()) {
      assertAllowed(Math.max(0, kw), session.charger().charge(), trial);
      PowerRange range = session.charger().discharge();
      assertAllowed(Math.max(0, -kw), range == null ? new PowerRange(0, 0) : range, trial);
      energy = session.energyAfter(energy, Math.max(0, kw), Math.max(0, -kw), step);
      double lowest = least.kwh(++k) - 1e-9;
      assertThat(energy).as(trial).isBetween(lowest, session.batteryKwh() + 1e-9);
    }
    double missing = Math.max(0, session.targetEnergyKwh() - energy);
    Double perKwh = session.shortfallCostPerKwh();
    assertThat(oracle.ownCost())
        .as(trial)
        .isCloseTo(perKwh == null ? 0 : perKwh * missing, within(1e-11));
    if (session.hasHardTarget()) {
      assertThat(missing).as(trial).isLessThan(1e-9);
    }
  }

  private static void assertAllowed(double kw, PowerRange range, String trial) {
    if (kw != 0) {
      assertThat(kw).as(trial).isBetween(range.minKw(), range.maxKw());
    }
  }
}
