package io.evenflow.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Vehicle;
import io.evenflow.resource.StepRows;
import io.evenflow.resource.StorageResource;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is proven in no time against dynamic programs and against certified optima. */
class QuickBoundTest {
  private static final int PERIODS = 6;
  private static final OffsetDateTime MIDNIGHT = OffsetDateTime.parse("2024-04-09T00:00:00Z");
  private static final Horizon HORIZON = new Horizon(MIDNIGHT, PERIODS, 60);

  /** A car that needs 20 kWh and has three hours: at 1, 5 and 3 for a kWh it pays 10 + 30. */
  @Test
  void whoOnlyChargesPaysItsCheapestHours() {
    Charger ten = new Charger(new PowerRange(0, 10), 1, null, 1);
    Session car = new Session("car", "a", 0, 3, 50, 0, 0, 20, 100.0, ten, SessionDetails.NONE);
    double least =
        AtOnePrice.least(
            Storage.of(car, HORIZON), new int[] {0, 1, 2}, new int[0], new double[] {1, 5, 3});
    assertThat(least).isLessThanOrEqualTo(40).isGreaterThan(39.9);
  }

  /** A battery of 10 kWh that begins empty buys at 1 and sells at 5, at 8 kW. */
  @Test
  void aBatteryEarnsTheSpread() {
    Charger eight = new Charger(new PowerRange(0, 8), 1, new PowerRange(0, 8), 1);
    Battery store = new Battery("store", Location.bus(2), 10, 0, 0, null, 0, eight, 0);
    double least =
        AtOnePrice.least(
            Storage.of(store, new Horizon(MIDNIGHT, 2, 60)),
            new int[] {0, 1},
            new int[0],
            new double[] {1, 5});
    assertThat(least).isLessThanOrEqualTo(-32).isGreaterThan(-32.1);
  }

  /** Seeds 1 to 2000. */
  @Test
  void noStorageCostsLess() {
    int near = 0;
    for (long seed = 1; seed <= 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Storage storage = storage(random);
      int[] power = IntStream.range(0, storage.steps().size()).toArray();
      boolean hasPlugs = random.nextInt(4) == 0;
      int[] plugs = hasPlugs ? IntStream.of(power).map(k -> k + PERIODS).toArray() : new int[0];
      StorageResource resource =
          new StorageResource(storage, 0, new StepRows(power.clone(), plugs.clone()));
      double[] price = random.doubles(2L * PERIODS, -2, 6).toArray();
      for (int k = PERIODS; k < price.length; k++) {
        price[k] = Math.max(0, price[k]);
      }
      double exact = resource.answer(price);
      double quick = AtOnePrice.least(storage, power, plugs, price);
      assertThat(quick).as("seed " + seed).isLessThanOrEqualTo(exact + 1e-6);
      near += exact - quick < 0.1 * Math.max(1, Math.abs(exact)) ? 1 : 0;
    }
    assertThat(near).as("within a tenth").isGreaterThan(600);
  }

  /** Seeds 31 and 32, 60 days each. */
  @Test
  void noDayCostsLess() {
    int solved = 0;
    for (long seed = 31; seed <= 32; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      for (int day = 0; day < 60; day++) {
        Scenario scenario = RandomDays.next(random);
        double quick = DayProblem.of(scenario).quickBound();
        Result best = new Certified().coordinate(scenario, Settings.defaults(), Watcher.NONE);
        if (best.objective() != null) {
          solved++;
          double cost = best.objective();
          assertThat(quick)
              .as("seed " + seed + ", day " + day)
              .isFinite()
              .isLessThanOrEqualTo(cost + 1e-6 * Math.max(1, Math.abs(cost)));
        }
      }
    }
    assertThat(solved).isGreaterThan(60);
  }

  private static Storage storage(RandomGenerator random) {
    double efficiency = random.nextBoolean() ? 1 : 0.9;
    PowerRange in = new PowerRange(random.nextInt(2) * 3, 10);
    PowerRange out = random.nextBoolean() ? new PowerRange(random.nextInt(2) * 2, 8) : null;
    Charger charger = new Charger(in, efficiency, out, efficiency);
    double start = random.nextDouble(20);
    @Nullable Double missing = random.nextInt(4) == 0 ? null : (Double) random.nextDouble(1, 9);
    return switch (random.nextInt(3)) {
      case 0 -> {
        double target = missing == null ? start : random.nextDouble(40);
        double worth = missing == null ? 0 : random.nextDouble() * missing;
        SessionDetails details =
            new SessionDetails(
                missing == null ? List.of() : List.of(new SessionDetails.Target(3, target / 2)),
                worth,
                random.nextInt(2) * random.nextDouble(),
                random.nextInt(2) * random.nextDouble(),
                random.nextInt(2) * random.nextDouble(3),
                1 + random.nextInt(2),
                List.of(),
                null,
                random.nextBoolean());
        yield Storage.of(
            new Session("car", "a", 0, PERIODS, 40, 0, start, target, missing, charger, details),
            HORIZON);
      }
      case 1 ->
          Storage.of(
              new Battery(
                  "store",
                  Location.bus(2),
                  20,
                  random.nextDouble(5),
                  start,
                  random.nextBoolean() ? null : (Double) random.nextDouble(20),
                  random.nextInt(2) * random.nextDouble(3),
                  charger,
                  random.nextInt(2) * random.nextDouble()),
              HORIZON);
      default ->
          Storage.of(
              new Vehicle(
                  "van",
                  30,
                  0,
                  start,
                  missing == null ? 0 : random.nextDouble(30),
                  missing,
                  List.of(
                      new Vehicle.Stay("a", 0, 2, 0, 0, charger),
                      new Vehicle.Stay(
                          "a",
                          3,
                          PERIODS,
                          missing == null ? 0 : random.nextDouble(30),
                          12,
                          charger))),
              HORIZON);
    };
  }
}
