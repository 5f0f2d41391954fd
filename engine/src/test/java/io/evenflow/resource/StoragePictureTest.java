package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Reservoir;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Vehicle;
import io.evenflow.fleet.Vehicle.Stay;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Storages as reservoirs, whose level is what came in since the start. */
class StoragePictureTest {
  private static final Offset<Double> SAME = within(1e-9);
  private static final Horizon HOURS =
      new Horizon(OffsetDateTime.parse("2024-05-12T12:00:00+02:00"), 4, 60);
  private static final Charger CHARGER =
      new Charger(new PowerRange(4, 10), 0.9, new PowerRange(0, 5), 0.8);

  private static Reservoir session(@Nullable Double shortfallCostPerKwh) {
    Session session = new Session("ev", "a", 0, 4, 60, 20, 10, 40, shortfallCostPerKwh, CHARGER);
    return StoragePicture.of(Storage.of(session, HOURS), new int[] {3, 4, 5, 6});
  }

  /**
   * Arrives with 10 kWh, is brought up to 20 at 9 kWh an hour, can hold 60 and should leave with
   * 40.
   */
  @Test
  void aSession() {
    Reservoir picture = session(2.0);
    assertThat(picture.least()).containsExactly(-5, -5, -5, -5);
    assertThat(picture.most()).containsExactly(10, 10, 10, 10);
    assertThat(picture.filled()).containsExactly(new double[] {0.9, 0.9, 0.9, 0.9}, SAME);
    assertThat(picture.emptied()).containsExactly(new double[] {1.25, 1.25, 1.25, 1.25}, SAME);
    assertThat(picture.lowest()).containsExactly(new double[] {9, 10, 10, 10}, SAME);
    assertThat(picture.highest()).containsExactly(new double[] {50, 50, 50, 50}, SAME);
    assertThat(picture.wanted()).containsExactly(new double[] {9, 10, 10, 30}, SAME);
    assertThat(picture.missingCost()).isEqualTo(2);
  }

  /** What must not be missing is a bound. */
  @Test
  void aHardTarget() {
    assertThat(session(null).lowest()).containsExactly(new double[] {9, 10, 10, 30}, SAME);
  }

  /**
   * 30 of 100 kWh, and 20 used on the way: it may stand at −30 before, and at −10 after, where it
   * is as empty.
   */
  @Test
  void aVehicleOfTwoStays() {
    Vehicle van =
        new Vehicle(
            "van",
            100,
            0,
            30,
            15,
            1.0,
            List.of(new Stay("a", 0, 1, 0, 0, CHARGER), new Stay("b", 3, 4, 0, 20, CHARGER)));
    Reservoir picture = StoragePicture.of(Storage.of(van, HOURS), new int[] {0, 7});
    assertThat(picture.lowest()).containsExactly(new double[] {-30, -10}, SAME);
    assertThat(picture.highest()).containsExactly(new double[] {70, 90}, SAME);
    assertThat(picture.wanted()[1]).isCloseTo(15 - 30 + 20, SAME);
  }
}
