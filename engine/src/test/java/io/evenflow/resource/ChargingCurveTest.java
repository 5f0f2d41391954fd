package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.coordination.ConvexCosts;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Charging curves in the dynamic program and in the mixed-integer model: two ways to one optimum.
 */
class ChargingCurveTest {
  /** The shape of a curve. */
  enum Shape {
    FALLING,
    CONCAVE,
    ONE_PEAK,
    VALLEYS
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void isTheSameInBoth(Shape shape) {
    SplittableRandom random = new SplittableRandom(20261129 + shape.ordinal());
    int schedules = 0;
    for (int trial = 0; trial < 150; trial++) {
      Kind kind =
          trial % 3 == 0 ? Kind.EVERYTHING : trial % 3 == 1 ? Kind.SESSION : Kind.POWER_STEPS;
      Storage storage = withCurve(kind.random(random, 5).storage(), curve(shape, random));
      double[] price = random.doubles(storage.steps().size(), -0.15, 0.85).toArray();
      double optimum = StorageModelTest.optimum(storage, price);
      StorageOracle oracle = new StorageOracle(storage, OnCosts.NONE);
      ConvexCosts costs = new ConvexCosts();
      costs.setLinear(price, StepRows.upTo(price.length));
      double value = oracle.solve(costs);

      String words = shape + ", trial " + trial;
      assertThat(value).as(words).isLessThanOrEqualTo(optimum + 1e-5);
      if (Double.isInfinite(optimum)) {
        continue;
      }
      schedules++;
      if (shape != Shape.VALLEYS) {
        assertThat(value).as(words).isCloseTo(optimum, within(1e-5));
        assertThat(oracle.cost()).as(words).isCloseTo(value, within(1e-8));
      }
      if (shape != Shape.VALLEYS || storage.missingCostPerKwh() != null) {
        StorageRules.assertKeeps(storage, oracle.netKw(), words);
      }
    }
    assertThat(schedules).isGreaterThan(80);
  }

  static Storage withCurve(Storage plain, ChargingCurve curve) {
    SessionDetails details = plain.details();
    return new Storage(
        plain.id(),
        plain.capacityKwh(),
        plain.minimumKwh(),
        plain.startKwh(),
        plain.steps(),
        plain.wanted(),
        plain.missingCostPerKwh(),
        new SessionDetails(
            List.of(),
            details.valueAboveTargetPerKwh(),
            details.valueAtEndPerKwh(),
            details.throughputCostPerKwh(),
            details.startCost(),
            details.minimumRunPeriods(),
            details.powerStepsKw(),
            curve,
            details.chargingNow()));
  }

  private static ChargingCurve curve(Shape shape, SplittableRandom random) {
    double[] at = random.doubles(2 + random.nextInt(3), 0, 1).sorted().toArray();
    double[] kw = random.doubles(at.length, 0.2, 8).sorted().toArray();
    List<ChargingCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      double falling = kw[at.length - 1 - i];
      double power =
          switch (shape) {
            case FALLING -> falling;
            case CONCAVE -> 1 + 20 * (1 - at[i]) * (at[i] + 0.2);
            case ONE_PEAK -> i < at.length / 2 ? kw[i] : kw[at.length - 1 - i + at.length / 2];
            case VALLEYS -> 0.2 + 8 * random.nextDouble();
          };
      points.add(new ChargingCurve.Point(at[i], power));
    }
    return new ChargingCurve(points);
  }

  /**
   * 40 of 50 kWh, up to 22 kW until 80 %, falling to 2 kW at 100 %: 2 kW per kWh. What is held for
   * an hour ends on the curve: 22 − 2·p = p.
   */
  @Test
  void powerFallsTowardsTheEnd() {
    ChargingCurve curve =
        new ChargingCurve(List.of(new ChargingCurve.Point(0.8, 22), new ChargingCurve.Point(1, 2)));
    assertThat(curve.isConcave()).isTrue();
    assertThat(ChargingCurves.hour(curve, 22, 40, 50)).isCloseTo(22 / 3.0, within(1e-9));
    assertThat(ChargingCurves.hour(curve, 5, 40, 50)).isCloseTo(5, within(1e-12));
    assertThat(ChargingCurves.hour(curve, 22, 10, 50)).isCloseTo(22, within(1e-12));
  }
}
