package io.evenflow.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Cuts where energy is paid for being burnt: they must lie below the AC power flow all the same.
 */
class RangeCutTest {
  private static final Limits UPPER_VOLTAGE = new Limits(0.9, 1.002, null, List.of());
  private static final Limits NO_EXPORT = new Limits(null, null, 0.0, List.of());

  /** A tiny feeder whose import costs less than nothing, or whose limits push the other way. */
  private static Scenario loose(SplittableRandom random, int trial) {
    Scenario base = TinyFeeders.random(random, Limits.OF_THE_CASE);
    double price = trial % 3 == 2 ? random.nextDouble(50) : -random.nextDouble(150);
    Generator grid =
        new Generator(
            1, 0, 0, -10, 10, 1, -10, 10, true, new GenerationCost.Polynomial(0, price, 0));
    Network network = base.network().withGenerators(List.of(grid));
    List<Limits> limits = List.of(Limits.OF_THE_CASE, UPPER_VOLTAGE, NO_EXPORT);
    int n = network.buses().size();
    return TinyFeeders.scenario(network, limits.get(random.nextInt(3)), 2, n - 1, n);
  }

  @Test
  void liesBelowTheAcPowerFlowEverywhereInItsRangeAndNearsItAsThatShrinks() {
    SplittableRandom random = new SplittableRandom(31);
    double[] error = new double[4];
    int cuts = 0;
    for (int trial = 0; trial < 300; trial++) {
      Scenario scenario = loose(random, trial);
      PerUnit grid = new PerUnit(scenario.feeder());
      GridOracle oracle = new GridOracle(scenario, grid, 0, new Elasticity(20));
      StationTree tree = new StationTree(scenario);
      double[] least = random.doubles(3, -600, 0).toArray();
      double[] most = random.doubles(3, 0, 300).toArray();
      for (int level = 0; level < error.length; level++) {
        GridRegion range = new GridRegion(tree, grid, least, most);
        double[] at = draw(random, least, most);
        assertThat(oracle.evaluate(at, range)).isTrue();
        double value = oracle.value();
        double[] cut = {
          oracle.gradient(0), oracle.gradient(1), oracle.gradient(2), oracle.intercept()
        };
        boolean counts = Double.isFinite(value) && oracle.violationKw() == 0;
        assertThat(height(cut, at)).as("trial " + trial).isLessThan(value + 1e-8);
        error[level] += counts ? value - height(cut, at) : 0;
        cuts += counts && !oracle.isTight() ? 1 : 0;
        for (int other = 0; other < 10; other++) {
          double[] kw = draw(random, least, most);
          assertThat(oracle.evaluate(kw, range)).isTrue();
          assertThat(height(cut, kw)).as("trial " + trial).isLessThan(oracle.value() + 1e-8);
        }
        shrink(least, most, at);
      }
    }
    assertThat(cuts).isGreaterThan(400);
    // halving a range leaves a quarter of the error, or little more
    assertThat(error[2]).isLessThan(0.35 * error[1]);
    assertThat(error[3]).isLessThan(0.35 * error[2]);
  }

  private static double height(double[] cut, double[] kw) {
    return cut[3] + cut[0] * kw[0] + cut[1] * kw[1] + cut[2] * kw[2];
  }

  private static double[] draw(SplittableRandom random, double[] least, double[] most) {
    double[] kw = new double[least.length];
    for (int k = 0; k < kw.length; k++) {
      kw[k] = random.nextDouble(least[k], most[k]);
    }
    return kw;
  }

  private static void shrink(double[] least, double[] most, double[] at) {
    for (int k = 0; k < at.length; k++) {
      double quarter = (most[k] - least[k]) / 4;
      least[k] = Math.max(least[k], at[k] - quarter);
      most[k] = Math.min(most[k], at[k] + quarter);
    }
  }

  /** Where nothing can be chosen, the rows are (4) itself. */
  @Test
  void isExactForASinglePoint() {
    SplittableRandom random = new SplittableRandom(32);
    for (int trial = 0; trial < 100; trial++) {
      Scenario scenario = loose(random, 0);
      PerUnit grid = new PerUnit(scenario.feeder());
      GridOracle oracle = new GridOracle(scenario, grid, 0, new Elasticity(20));
      double[] kw = TinyFeeders.stationKw(random);
      assertThat(oracle.evaluate(kw, new GridRegion(new StationTree(scenario), grid, kw, kw)))
          .isTrue();
      if (Double.isFinite(oracle.value())) {
        double[] cut = {
          oracle.gradient(0), oracle.gradient(1), oracle.gradient(2), oracle.intercept()
        };
        double size = Math.max(1, Math.abs(oracle.value()));
        assertThat(height(cut, kw)).isCloseTo(oracle.value(), within(1e-6 * size));
      }
    }
  }
}
