package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Reservoir;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A session that keeps to when it charges and discharges. */
class HeldPictureTest {
  private static final Offset<Double> SAME = within(1e-9);
  private static final Horizon HOURS =
      new Horizon(OffsetDateTime.parse("2024-05-12T12:00:00+02:00"), 5, 60);
  private static final Charger CHARGER =
      new Charger(new PowerRange(4, 10), 0.9, new PowerRange(2, 5), 0.8);

  /** Arrives with 20 kWh, holds 5 to 60, should leave with 34; rows 3 to 7. */
  private static StorageResource session() {
    Session session = new Session("ev", "a", 0, 5, 60, 5, 20, 34, 2.0, CHARGER);
    return new StorageResource(session, HOURS, new int[] {3, 4, 5, 6, 7});
  }

  private static Reservoir held(double... netKw) {
    return Objects.requireNonNull(session().heldTo(session().priced(netKw)));
  }

  /**
   * <pre>
   * net     10   0   −5   0    8
   * held   4…10  .  −5…−2 .  4…10     levels: −15 to 40 after each, 14 wanted in the end
   * </pre>
   */
  @Test
  void whatItDoesNotDoIsNotThere() {
    Reservoir held = held(10, 0, -5, 0, 8);
    assertThat(held.rows()).containsExactly(3, 5, 7);
    assertThat(held.least()).containsExactly(4, -5, 4);
    assertThat(held.most()).containsExactly(10, -2, 10);
    assertThat(held.lowest()).containsExactly(new double[] {-15, -15, -15}, SAME);
    assertThat(held.highest()).containsExactly(new double[] {40, 40, 40}, SAME);
    assertThat(held.wanted()[2]).isCloseTo(14, SAME);
  }

  /** A watt too much or too little is a solver's; a full battery takes no more. */
  @Test
  void aSolversToleranceIsMended() {
    Reservoir held = held(10, 0, -5, 0, 8);
    Profile mended =
        Objects.requireNonNull(session().mended(held, new double[] {10.000001, -1.999999, 4}));
    assertThat(mended.amounts()).containsExactly(new double[] {10, 0, -2, 0, 4}, SAME);
    assertThat(mended.ownCost()).isCloseTo(2 * (14 - 9 + 2.5 - 3.6), within(1e-6));
    Session full = new Session("ev", "a", 0, 5, 30, 5, 20, 25, 2.0, CHARGER);
    StorageResource small = new StorageResource(full, HOURS, new int[] {3, 4, 5, 6, 7});
    Reservoir two =
        Objects.requireNonNull(small.heldTo(small.priced(new double[] {6, 0, 0, 0, 4})));
    Profile fuller = Objects.requireNonNull(small.mended(two, new double[] {7, 5}));
    assertThat(fuller.amounts()).containsExactly(new double[] {7, 0, 0, 0, 3.7 / 0.9}, SAME);
  }

  /** What the best answer at any prices does is within its own picture, and stays what it is. */
  @Test
  void everyAnswerIsInItsOwnPicture() {
    SplittableRandom random = new SplittableRandom(5);
    StorageResource session = session();
    for (int trial = 0; trial < 200; trial++) {
      ConvexCosts costs = new ConvexCosts();
      double[] price = random.doubles(5, -0.5, 2.5).toArray();
      costs.setLinear(price, new int[] {0, 1, 2, 3, 4});
      session.answer(costs);
      Profile answer = session.profile();
      Reservoir held = Objects.requireNonNull(session.heldTo(answer));
      double[] found = new double[held.rows().length];
      for (int k = 0; k < found.length; k++) {
        found[k] = answer.amounts()[held.rows()[k] - 3];
      }
      Profile same = Objects.requireNonNull(session.mended(held, found));
      assertThat(same.amounts()).containsExactly(answer.amounts(), within(1e-7));
      assertThat(same.ownCost()).isCloseTo(answer.ownCost(), within(1e-6));
    }
  }
}
