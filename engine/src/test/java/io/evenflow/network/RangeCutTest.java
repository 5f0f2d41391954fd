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
import io.evenflow.scenario.SubstationVoltage;
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

  private static AcGrid grid(Scenario scenario, InputTrees trees) {
    return new AcGrid(scenario, trees.grid(), trees.inputs(), 0, new Elasticity(20));
  }

  private static InputTrees trees(Scenario scenario) {
    PerUnit grid = new PerUnit(scenario.feeder());
    return new InputTrees(scenario.feeder(), grid, new GridInputs(scenario));
  }

  /** A height function: intercept and gradient. */
  private record Plane(double intercept, double[] gradient) {
    static Plane of(AcGrid grid) {
      return new Plane(grid.intercept(), grid.gradient());
    }

    double at(double[] amounts) {
      double sum = intercept;
      for (int i = 0; i < amounts.length; i++) {
        sum += gradient[i] * amounts[i];
      }
      return sum;
    }
  }

  @Test
  void liesBelowTheAcPowerFlowEverywhereInItsRangeAndNearsItAsThatShrinks() {
    SplittableRandom random = new SplittableRandom(31);
    double[] error = new double[4];
    int cuts = 0;
    for (int trial = 0; trial < 300; trial++) {
      Scenario scenario = loose(random, trial);
      InputTrees trees = trees(scenario);
      AcGrid grid = grid(scenario, trees);
      double[] least = random.doubles(3, -600, 0).toArray();
      double[] most = random.doubles(3, 0, 300).toArray();
      for (int level = 0; level < error.length; level++) {
        GridRegion range = new GridRegion(trees, least, most);
        double[] at = draw(random, least, most);
        grid.evaluate(at, range);
        double value = grid.value();
        Plane cut = Plane.of(grid);
        boolean counts = Double.isFinite(value) && grid.violationKw() == 0;
        assertThat(cut.at(at)).as("trial " + trial).isLessThan(value + 1e-8);
        error[level] += counts ? value - cut.at(at) : 0;
        cuts += counts && !grid.isTight() ? 1 : 0;
        for (int other = 0; other < 10; other++) {
          double[] kw = draw(random, least, most);
          grid.evaluate(kw, range);
          assertThat(cut.at(kw)).as("trial " + trial).isLessThan(grid.value() + 1e-8);
        }
        shrink(least, most, at);
      }
    }
    assertThat(cuts).isGreaterThan(400);
    // halving a range leaves a quarter of the error, or little more
    assertThat(error[2]).isLessThan(0.35 * error[1]);
    assertThat(error[3]).isLessThan(0.35 * error[2]);
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

  /** Regions around plans outside of a node: nothing is in them, and nothing may crash. */
  @Test
  void sumsThatContradictEachOtherLeaveNothingToBound() {
    SplittableRandom random = new SplittableRandom(34);
    for (int trial = 0; trial < 100; trial++) {
      Scenario scenario = loose(random, trial);
      InputTrees trees = trees(scenario);
      AcGrid grid = grid(scenario, trees);
      GridRegion range =
          new GridRegion(trees, new double[] {0, 0, 0}, new double[] {300, 300, 300});
      for (int d = 0; d < range.directions(); d++) {
        double beyond = range.max(d) + random.nextDouble(2000);
        assertThat(range.part(d, beyond, beyond + 100).isEmpty()).isTrue();
        double[] kw = draw(random, new double[3], new double[] {300, 300, 300});
        grid.evaluate(kw, (GridRegion) range.part(d, beyond, beyond + 100));
        assertThat(grid.intercept()).isFinite();
      }
    }
  }

  /** Where nothing can be chosen, the rows are (4) itself. */
  @Test
  void isExactForASinglePoint() {
    SplittableRandom random = new SplittableRandom(32);
    for (int trial = 0; trial < 100; trial++) {
      Scenario scenario = loose(random, 0);
      InputTrees trees = trees(scenario);
      AcGrid grid = grid(scenario, trees);
      double[] kw = TinyFeeders.stationKw(random);
      grid.evaluate(kw, new GridRegion(trees, kw, kw));
      if (Double.isFinite(grid.value())) {
        double size = Math.max(1, Math.abs(grid.value()));
        assertThat(Plane.of(grid).at(kw)).isCloseTo(grid.value(), within(1e-6 * size));
      }
    }
  }

  /**
   * Generators along the feeder and a substation whose voltage has a range: their amounts are
   * inputs as those of stations are.
   */
  @Test
  void holdsForGeneratorsAndTheSubstationsVoltageToo() {
    SplittableRandom random = new SplittableRandom(33);
    int loose = 0;
    for (int trial = 0; trial < 200; trial++) {
      Scenario scenario = withGenerator(loose(random, trial), random);
      InputTrees trees = trees(scenario);
      AcGrid grid = grid(scenario, trees);
      int size = trees.inputs().size();
      assertThat(size).isEqualTo(6); // three stations, P and Q of a generator, the voltage
      double[] least = new double[size];
      double[] most = new double[size];
      for (int i = 0; i < size; i++) {
        least[i] = i < 3 ? -random.nextDouble(300) : trees.inputs().get(i).least();
        most[i] = i < 3 ? random.nextDouble(300) : trees.inputs().get(i).most();
      }
      GridRegion range = new GridRegion(trees, least, most);
      double[] at = draw(random, least, most);
      grid.evaluate(at, range);
      Plane cut = Plane.of(grid);
      loose += grid.isTight() ? 0 : 1;
      if (grid.isTight()) {
        double accuracy = 1e-7 * Math.max(1, Math.abs(grid.value()));
        assertThat(cut.at(at)).isCloseTo(grid.value(), within(accuracy));
      }
      for (int other = 0; other < 10; other++) {
        double[] amounts = draw(random, least, most);
        grid.evaluate(amounts, range);
        assertThat(cut.at(amounts)).as("trial " + trial).isLessThan(grid.value() + 1e-8);
      }
    }
    assertThat(loose).isBetween(60, 195);
  }

  private static Scenario withGenerator(Scenario scenario, SplittableRandom random) {
    Network network = scenario.network();
    Generator grid = network.generators().get(0);
    int bus = 2 + random.nextInt(network.buses().size() - 1);
    GenerationCost cost = new GenerationCost.Polynomial(0, 30, 0);
    Generator local = new Generator(bus, 0, 0, -0.3, 0.3, 1, 0, 0.5, true, cost);
    Limits limits = new Limits(0.9, 1.05, null, List.of(), new SubstationVoltage(0.98, 1.03, true));
    int n = network.buses().size();
    return TinyFeeders.scenario(network.withGenerators(List.of(grid, local)), limits, 2, n - 1, n);
  }
}
