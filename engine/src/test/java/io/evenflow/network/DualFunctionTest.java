package io.evenflow.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.GenerationCost;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DualFunctionTest {
  private static double at(
      Scenario scenario, DualFunction dual, Multipliers multipliers, double[] stationKw) {
    double height = dual.intercept(multipliers, new boolean[scenario.feeder().busCount()]);
    PerUnit grid = new PerUnit(scenario.feeder());
    for (int k = 0; k < stationKw.length; k++) {
      height += multipliers.active[scenario.busOf(k)] * grid.powerOfKw(stationKw[k]);
    }
    return TinyFeeders.HOURS * height;
  }

  private static void disturb(double[] values, double by, SplittableRandom random) {
    for (int j = 0; j < values.length; j++) {
      values[j] += by * random.nextDouble(-1, 1);
    }
  }

  /** Weak duality: whatever the multipliers, no bound lies above the optimum. */
  @Test
  void disturbedMultipliersNeverLieAboveTheOptimum() {
    SplittableRandom random = new SplittableRandom(21);
    int finite = 0;
    for (int trial = 0; trial < 300; trial++) {
      Scenario scenario = TinyFeeders.random(random, Limits.OF_THE_CASE);
      PerUnit grid = new PerUnit(scenario.feeder());
      double[] kw = TinyFeeders.stationKw(random);
      RadialSweep sweep =
          new RadialSweep(scenario, grid, new GridInputs(scenario), 0, Elasticity.HARD);
      assertThat(sweep.solve(kw)).isTrue();
      DualFunction dual = new DualFunction(scenario, grid, 0, Elasticity.HARD);
      assertThat(at(scenario, dual, sweep.multipliers(), kw))
          .isCloseTo(sweep.value(), within(1e-9));

      double by = Math.pow(10, random.nextDouble(-6, 2));
      disturb(sweep.multipliers().active, by, random);
      disturb(sweep.multipliers().reactive, by, random);
      disturb(sweep.multipliers().drop, by, random);
      double bound = at(scenario, dual, sweep.multipliers(), kw);
      assertThat(bound).as("trial " + trial).isLessThan(sweep.value() + 1e-10);
      finite += Double.isInfinite(bound) ? 0 : 1;
    }
    assertThat(finite).isGreaterThan(150);
  }

  @Test
  void leastCostOfAGeneratorIsThatOfASearch() {
    SplittableRandom random = new SplittableRandom(22);
    List<GenerationCost> costs =
        List.of(
            new GenerationCost.Polynomial(3, 20, 1),
            new GenerationCost.Polynomial(0, 20, 1),
            new GenerationCost.PiecewiseLinear(
                List.of(point(-1, 5), point(0, 10), point(1, 30), point(2, 70))));
    for (int trial = 0; trial < 200; trial++) {
      GenerationCost cost = costs.get(trial % costs.size());
      double price = random.nextDouble(-20, 60);
      double elastic = trial % 2 == 0 ? Double.POSITIVE_INFINITY : 100;
      double found = ConvexCost.least(cost, price, elastic, -0.5, 1.5);
      double searched = Double.POSITIVE_INFINITY;
      for (int i = -5000; i <= 5000; i++) {
        double p = i / 1000.0;
        double missed = Math.max(0, Math.max(-0.5 - p, p - 1.5));
        double penalty = missed == 0 ? 0 : elastic * missed;
        searched = Math.min(searched, cost.perHour(p) - price * p + penalty);
      }
      assertThat(found).isLessThanOrEqualTo(searched + 1e-9).isCloseTo(searched, within(1e-5));
    }
  }

  @Test
  void unlimitedPowerIsWorthNothingAtItsCostAndEverythingAboveIt() {
    GenerationCost cost = new GenerationCost.Polynomial(0, 20, 1);
    double free = Double.POSITIVE_INFINITY;
    assertThat(ConvexCost.least(cost, 20, free, 0, free)).isEqualTo(1);
    assertThat(ConvexCost.least(cost, 20.001, free, 0, free)).isEqualTo(-free);
    assertThat(ConvexCost.least(cost, 21, 100, 0, 2)).isEqualTo(-1);
    assertThat(ConvexCost.least(cost, 119, 100, 0, 2)).isEqualTo(-197);
    assertThat(ConvexCost.least(cost, 121, 100, 0, 2)).isEqualTo(-free);
  }

  @Test
  void pricesMoveNoFurtherThanToAMinimum() {
    double free = Double.POSITIVE_INFINITY;
    GenerationCost bent =
        new GenerationCost.PiecewiseLinear(List.of(point(0, 0), point(1, 10), point(2, 40)));
    assertThat(ConvexCost.priceWithMinimum(bent, 35, free, 0, free)).isCloseTo(30, within(1e-9));
    assertThat(ConvexCost.priceWithMinimum(bent, 35, 100, 0, 2)).isEqualTo(35);
    assertThat(ConvexCost.priceWithMinimum(bent, 135, 100, 0, 2)).isCloseTo(130, within(1e-9));
    assertThat(ConvexCost.priceWithMinimum(bent, -95, 100, 0, 2)).isCloseTo(-90, within(1e-9));
    GenerationCost curved = new GenerationCost.Polynomial(1, 20, 0);
    assertThat(ConvexCost.priceWithMinimum(curved, 1e6, 100, 0, 2)).isEqualTo(1e6);
  }

  private static GenerationCost.Point point(double mw, double perHour) {
    return new GenerationCost.Point(mw, perHour);
  }
}
