package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Profile;
import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Vehicle;
import io.evenflow.fleet.Vehicle.Stay;
import io.evenflow.time.Horizon;
import io.evenflow.time.Horizons;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vehicles and batteries small enough to be done by hand. */
class TourTest {
  private static final Charger TEN = new Charger(new PowerRange(0, 10), 1, null, 1);

  /** 20 kWh in it, 15 used on the trip from the depot to the shop, 15 wanted at the end. */
  private static Vehicle van(double start, double used) {
    return new Vehicle(
        "van",
        40,
        0,
        start,
        15,
        10.0,
        List.of(new Stay("depot", 0, 2, 0, 0, TEN), new Stay("shop", 3, 5, 0, used, TEN)));
  }

  private static StorageResource tour(Vehicle van, int... rows) {
    return new StorageResource(Storage.of(van, Horizons.ofSteps(1)), rows);
  }

  @Test
  void chargesWhereTheWholeTourCostsLeast() {
    // 20 − 15 leaves 5: ten more are wanted, and hour 1 at the depot is cheapest
    StorageResource tour = tour(van(20, 15), 0, 1, 2, 3);
    assertThat(tour.answer(new double[] {4, 2, 3, 5})).isCloseTo(20, within(1e-9));
    assertThat(tour.profile().amounts()).containsExactly(0, 10, 0, 0);
  }

  @Test
  void rowsOfEarlierStationsMayBeVisitedLater() {
    // the depot has rows 10 and 11, the shop rows 2 and 3
    StorageResource tour = tour(van(20, 15), 10, 11, 2, 3);
    double[] price = new double[12];
    price[10] = 4;
    price[11] = 2;
    price[2] = 3;
    price[3] = 5;
    assertThat(tour.rows()).containsExactly(2, 3, 10, 11);
    assertThat(tour.answer(price)).isCloseTo(20, within(1e-9));
    assertThat(tour.profile().amounts()).containsExactly(0, 0, 0, 10);
    assertThat(tour.netKw(tour.profile())).containsExactly(0, 10, 0, 0);
  }

  @Test
  void whatATripLacksIsMissingOnce() {
    // 20 + 20 at most, 50 used: 10 missing; then 15 from nothing
    StorageResource tour = tour(van(20, 50), 0, 1, 2, 3);
    double answer = tour.answer(new double[] {1, 1, 2, 3});
    assertThat(answer).isCloseTo(20 + 10 * 10 + 10 * 2 + 5 * 3, within(1e-9));
    Profile profile = tour.profile();
    assertThat(profile.amounts()).containsExactly(new double[] {10, 10, 10, 5}, within(1e-9));
    assertThat(profile.ownCost()).isCloseTo(100, within(1e-9));
  }

  /** 10 kWh at the start, the same wanted at the end; the first period has 15 minutes left. */
  @Test
  void aBatteryBuysCheapAndSellsDear() {
    Charger both = new Charger(new PowerRange(0, 8), 1, new PowerRange(0, 8), 1);
    Battery battery =
        new Battery("b", Location.station("depot"), 20, 0, 10, 10.0, 0, both, 0.5);
    Horizon horizon = new Horizon(OffsetDateTime.parse("2026-03-01T00:00:00Z"), 3, 60, 15, null);
    StorageResource resource =
        new StorageResource(Storage.of(battery, horizon), new int[] {0, 1, 2});
    // a kWh costs 1, 4 and 3.2, and 0.5 more to move: 2 kWh fit into the quarter and are sold for 4;
    // to sell more and buy it back for 3.2 does not pay the two moves
    double answer = resource.answer(new double[] {0.25 * 1, 4, 3.2});
    assertThat(answer).isCloseTo(2 * 1.5 - 2 * 3.5, within(1e-9));
    assertThat(resource.profile().amounts())
        .containsExactly(new double[] {8, -2, 0}, within(1e-9));
    assertThat(resource.profile().ownCost()).isCloseTo(4 * 0.5, within(1e-9));
  }

  @Test
  void whatCannotBeReachedIsNotWantedOfABattery() {
    Battery battery = new Battery("b", Location.bus(2), 20, 0, 0, 20.0, 0, TEN, 0);
    OffsetDateTime start = OffsetDateTime.parse("2026-03-01T00:00:00Z");
    Storage storage = Storage.of(battery, new Horizon(start, 3, 30));
    assertThat(storage.wanted()).containsExactly(new Storage.Wanted(3, 15));
  }
}
