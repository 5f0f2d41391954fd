package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.Profile;
import io.evenflow.coordination.Resource;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Solar.Reactive;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A roof in one period, in every mode of its reactive power. */
class SolarResourceTest extends ResourceContract {
  private static final double MOST_KVA = 50;

  /** The plant of the last resource. */
  private Solar plant = plant(0, null, Reactive.NONE, 1);

  private static Solar plant(
      double sunKw, @Nullable Double ratingKva, Reactive reactive, double powerFactor) {
    return new Solar(
        "roof", Location.bus(2), Series.of(0, sunKw), true, ratingKva, reactive, powerFactor);
  }

  private static SolarResource resource(Solar plant) {
    return new SolarResource(plant, 1, 3, 9);
  }

  /** Of 64 sides around a circle of 50 kVA, 0.12 % beyond, at two prices of at most 0.85. */
  @Override
  double modelError() {
    return 0.08;
  }

  @Override
  Resource resource(SplittableRandom random) {
    Reactive reactive = Reactive.values()[random.nextInt(3)];
    boolean isRated = reactive == Reactive.FREE || random.nextBoolean();
    double sign = random.nextBoolean() ? 1 : -1;
    plant =
        plant(
            random.nextInt(5) * random.nextDouble(20),
            isRated ? random.nextDouble(1, MOST_KVA) : null,
            reactive,
            sign * random.nextDouble(0.5, 1));
    return resource(plant);
  }

  @Override
  List<Profile> profiles(Resource resource, SplittableRandom random) {
    List<Profile> found = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double kw = random.nextDouble() * plant.mostKw(1);
      found.add(new Profile(new double[] {-kw, kvar(kw, random)}, 0));
    }
    return found;
  }

  private double kvar(double kw, SplittableRandom random) {
    Double rating = plant.ratingKva();
    return switch (plant.reactive()) {
      case NONE -> 0;
      case FIXED -> plant.drawnKvarPerKw() * kw;
      case FREE ->
          rating == null ? 0 : random.nextDouble(-1, 1) * Math.sqrt(rating * rating - kw * kw);
    };
  }

  @Override
  void assertFeasible(Resource resource, Profile profile, String words) {
    double kw = 0 - profile.amounts()[0];
    double kvar = profile.amounts()[1];
    assertThat(kw).as(words).isBetween(0.0, plant.availableKw().at(1));
    Double rating = plant.ratingKva();
    if (rating != null) {
      assertThat(Math.hypot(kw, kvar)).as(words).isLessThanOrEqualTo(rating * (1 + 1e-12));
    }
    if (plant.reactive() != Reactive.FREE) {
      double angle = Math.acos(Math.abs(plant.powerFactor()));
      double drawn = Math.signum(plant.powerFactor()) * Math.tan(angle) * kw;
      double fixed = plant.reactive() == Reactive.FIXED ? drawn : 0;
      assertThat(kvar).as(words).isCloseTo(fixed, within(1e-9));
    }
  }

  private static double[] prices(double active, double reactive) {
    double[] price = new double[10];
    price[3] = active;
    price[9] = reactive;
    return price;
  }

  /** Worth 4 a kW and 3 a kvar it gives 40 and 30 of 50 kVA, where the sun gives so much. */
  @Test
  void aRatingIsSharedAsPricesSay() {
    SolarResource roof = resource(plant(100, 50.0, Reactive.FREE, 1));
    assertThat(roof.answer(prices(4, 3))).isCloseTo(-250, within(1e-9));
    assertThat(roof.profile().amounts()).containsExactly(new double[] {-40, -30}, within(1e-9));

    // 14 kW of sun leave 48 kvar
    SolarResource dusk = resource(plant(14, 50.0, Reactive.FREE, 1));
    assertThat(dusk.answer(prices(4, 3))).isCloseTo(-4 * 14 - 3 * 48, within(1e-9));
    assertThat(dusk.profile().amounts()).containsExactly(new double[] {-14, -48}, within(1e-9));
  }

  /** 0.75 kvar drawn a kW: not worth 1 a kW where a kvar costs 2. */
  @Test
  void aFixedPowerFactorIsAllOrNothing() {
    SolarResource roof = resource(plant(20, null, Reactive.FIXED, 0.8));
    assertThat(roof.answer(prices(1, 2))).isCloseTo(0, within(1e-9));
    assertThat(roof.profile().amounts()[1]).isZero();
    assertThat(roof.answer(prices(2, 2))).isCloseTo(-40 + 30, within(1e-9));
    assertThat(roof.profile().amounts()).containsExactly(new double[] {-20, 15}, within(1e-9));
  }
}
