package io.evenflow.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.conic.ConicSettings;
import io.evenflow.fleet.Station;
import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Drawing;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Network;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RelaxedGridTest {
  private static final Elasticity ELASTIC = new Elasticity(20);

  /** Voltages that some of the random powers miss. */
  private static final Limits TIGHT = new Limits(0.985, 1.01, null, List.of());

  private static RelaxedGrid oracle(Scenario scenario, ConicSettings settings) {
    return new RelaxedGrid(scenario, new PerUnit(scenario.feeder()), 0, ELASTIC, settings);
  }

  private static RelaxedGrid oracle(Scenario scenario) {
    return new RelaxedGrid(scenario, new PerUnit(scenario.feeder()), 0, ELASTIC);
  }

  private static RelaxedGrid exact(Scenario scenario) {
    return oracle(scenario, RelaxedGrid.tolerance(1e-11));
  }

  private static double cut(RelaxedGrid oracle, double[] stationKw) {
    double height = oracle.intercept();
    for (int k = 0; k < stationKw.length; k++) {
      height += oracle.gradient(k) * stationKw[k];
    }
    return height;
  }

  @Test
  void sweepAndConicSolverAgree() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 60; trial++) {
      Scenario scenario = TinyFeeders.random(random, Limits.OF_THE_CASE);
      double[] kw = TinyFeeders.stationKw(random);
      RelaxedGrid swept = oracle(scenario);
      RelaxedGrid solved = exact(scenario);

      assertThat(swept.evaluate(kw)).isTrue();
      assertThat(solved.relax(kw)).isTrue();

      assertThat(swept.conicSolves()).as("trial " + trial).isZero();
      assertThat(swept.value()).isCloseTo(solved.value(), within(1e-8));
      assertThat(swept.generatorKw(0)).isCloseTo(solved.generatorKw(0), within(1e-4));
      assertThat(cut(swept, kw)).isCloseTo(swept.value(), within(1e-9));
      for (int k = 0; k < kw.length; k++) {
        assertThat(swept.gradient(k)).isCloseTo(solved.gradient(k), within(1e-6));
      }
    }
  }

  /** Voltages, ratings and the import are missed by many of these; the sweep knows their costs. */
  @Test
  void sweepAndConicSolverAgreeWhereLimitsAreMissed() {
    SplittableRandom random = new SplittableRandom(14);
    int missed = 0;
    int swept = 0;
    for (int trial = 0; trial < 200; trial++) {
      Scenario scenario = tight(TinyFeeders.random(random, TIGHT), random);
      double[] kw = TinyFeeders.stationKw(random);
      RelaxedGrid oracle = oracle(scenario);
      RelaxedGrid solved = exact(scenario);

      assertThat(oracle.evaluate(kw)).isTrue();
      assertThat(solved.relax(kw)).isTrue();

      double size = Math.max(1, solved.value());
      assertThat(oracle.value())
          .as("trial " + trial)
          .isCloseTo(solved.value(), within(2e-8 * size));
      assertThat(oracle.violationKw()).isCloseTo(solved.violationKw(), within(1e-3));
      boolean bySweep = oracle.conicSolves() == 0;
      double sharp = (bySweep ? 1e-9 : 1e-6) * size;
      assertThat(cut(oracle, kw)).isCloseTo(oracle.value(), within(sharp));
      for (int other = 0; other < 4; other++) {
        double[] elsewhere = TinyFeeders.stationKw(random);
        assertThat(solved.evaluate(elsewhere)).isTrue();
        assertThat(cut(oracle, elsewhere)).isLessThan(solved.value() * (1 + 1e-9) + 1e-9);
      }
      missed += oracle.violationKw() > 1 ? 1 : 0;
      swept += oracle.violationKw() > 1 && bySweep ? 1 : 0;
    }
    assertThat(missed).isGreaterThan(100);
    assertThat(swept).isGreaterThan(80);
  }

  /** The same with a rating on every other branch and an import of less than the load at times. */
  private static Scenario tight(Scenario scenario, SplittableRandom random) {
    List<BranchRating> ratings = new ArrayList<>();
    for (int j = 1; j < scenario.feeder().busCount(); j += 2) {
      Branch branch = scenario.feeder().branch(j);
      ratings.add(new BranchRating(branch.from(), branch.to(), random.nextDouble(0.1, 2)));
    }
    Limits limits = new Limits(0.985, 1.01, random.nextDouble(0.2, 4), ratings);
    return TinyFeeders.scenario(
        scenario.network(), limits, scenario.stations().stream().mapToInt(Station::bus).toArray());
  }

  @Test
  void gradientIsTheDerivative() {
    SplittableRandom random = new SplittableRandom(12);
    for (int trial = 0; trial < 60; trial++) {
      RelaxedGrid oracle = oracle(TinyFeeders.random(random, Limits.OF_THE_CASE));
      double[] kw = TinyFeeders.stationKw(random);
      for (int k = 0; k < kw.length; k++) {
        double difference = differenceQuotient(oracle, kw, k);
        assertThat(oracle.evaluate(kw)).isTrue();
        assertThat(oracle.gradient(k)).isCloseTo(difference, within(1e-8));
      }
    }
  }

  private static double differenceQuotient(RelaxedGrid oracle, double[] kw, int k) {
    double[] moved = kw.clone();
    moved[k] = kw[k] + 0.5;
    oracle.evaluate(moved);
    double above = oracle.value();
    moved[k] = kw[k] - 0.5;
    oracle.evaluate(moved);
    return above - oracle.value();
  }

  @Test
  void cutsHoldEverywhereWhateverTheTolerance() {
    SplittableRandom random = new SplittableRandom(13);
    int binding = 0;
    for (int trial = 0; trial < 60; trial++) {
      Scenario scenario = TinyFeeders.random(random, trial % 2 == 0 ? TIGHT : Limits.OF_THE_CASE);
      double[] at = TinyFeeders.stationKw(random);
      RelaxedGrid rough = oracle(scenario, RelaxedGrid.tolerance(1e-5));
      RelaxedGrid usual = oracle(scenario);
      RelaxedGrid exact = exact(scenario);
      assertThat(rough.relax(at)).isTrue();
      assertThat(usual.relax(at)).isTrue();
      for (int other = 0; other < 8; other++) {
        double[] kw = other == 0 ? at : TinyFeeders.stationKw(random);
        assertThat(exact.evaluate(kw)).isTrue();
        binding += exact.violationKw() > 1 ? 1 : 0;
        double accuracy = 1e-9 * Math.max(1, exact.value());
        assertThat(cut(rough, kw)).as("trial " + trial).isLessThan(exact.value() + accuracy);
        assertThat(cut(usual, kw)).as("trial " + trial).isLessThan(exact.value() + accuracy);
      }
      assertThat(exact.evaluate(at)).isTrue();
      double size = Math.max(1, exact.value());
      assertThat(cut(usual, at)).isCloseTo(exact.value(), within(1e-7 * size));
      assertThat(cut(rough, at)).isGreaterThan(0.95 * exact.value());
    }
    assertThat(binding).isGreaterThan(30);
  }

  /**
   * <pre>
   *   [1] ----150 kVA---- 2   100 kW, 50 kvar and a station of 100 kW
   *       0.01 + j0.02 p.u. on 1 MVA
   * </pre>
   */
  @Test
  void ratingIsMissedByWhatFlowsAboveIt() {
    Network network = Drawing.network("[1] -- 2");
    Limits rated = new Limits(null, null, null, List.of(new BranchRating(1, 2, 0.15)));
    RelaxedGrid oracle = exact(TinyFeeders.scenario(held(network), rated, 2));

    assertThat(oracle.evaluate(new double[] {100})).isTrue();

    double l = 0;
    for (int i = 0; i < 50; i++) {
      l = Math.pow(0.2 + 0.01 * l, 2) + Math.pow(0.05 + 0.02 * l, 2);
    }
    double violation = 1000 * (Math.hypot(0.2 + 0.01 * l, 0.05 + 0.02 * l) - 0.15);
    double cost = 20 * (0.2 + 0.01 * l);
    assertThat(oracle.violationKw()).isCloseTo(violation, within(1e-5));
    assertThat(oracle.value()).isCloseTo(TinyFeeders.HOURS * (cost + 20 * violation), within(1e-6));
  }

  @Test
  void limitThatHoldsCostsNothing() {
    Network network = Drawing.network("[1] -- 2");
    Limits rated = new Limits(null, null, null, List.of(new BranchRating(1, 2, 0.25)));
    RelaxedGrid oracle = oracle(TinyFeeders.scenario(held(network), rated, 2));

    assertThat(oracle.evaluate(new double[] {100})).isTrue();

    assertThat(oracle.conicSolves()).isZero();
    assertThat(oracle.violationKw()).isZero();
  }

  /** Where power is paid for, the relaxation gains from losses that no feeder has. */
  @Test
  void looseRelaxationIsNotTakenFromTheSweep() {
    Network paid =
        held(Drawing.network("[1] -- 2"))
            .withGenerators(
                List.of(Drawing.generator(1).withCost(new GenerationCost.Polynomial(0, -20, 0))));
    RelaxedGrid oracle = oracle(TinyFeeders.scenario(paid, Limits.OF_THE_CASE, 2));

    assertThat(oracle.evaluate(new double[] {100})).isTrue();

    assertThat(oracle.conicSolves()).isOne();
    assertThat(oracle.phantomLossKw()).isGreaterThan(1);
    assertThat(cut(oracle, new double[] {100})).isCloseTo(oracle.value(), within(1e-5));
  }

  @Test
  void generatorsAlongTheFeederLeaveItToTheConicSolver() {
    Network network = held(Drawing.network("[1] -- 2 -- 3"));
    GenerationCost dear = new GenerationCost.Polynomial(0, 60, 0);
    Network two =
        network.withGenerators(List.of(Drawing.generator(1), Drawing.generator(3).withCost(dear)));
    RelaxedGrid oracle = oracle(TinyFeeders.scenario(two, Limits.OF_THE_CASE, 3));
    RelaxedGrid alone = oracle(TinyFeeders.scenario(network, Limits.OF_THE_CASE, 3));

    assertThat(oracle.evaluate(new double[] {40})).isTrue();
    assertThat(alone.evaluate(new double[] {40})).isTrue();

    // its reactive power is free and saves losses, its active power is too dear to be used
    assertThat(oracle.generatorKw(1)).isCloseTo(0, within(1e-3));
    assertThat(oracle.generatorKvar(1)).isGreaterThan(50);
    assertThat(oracle.value()).isLessThan(alone.value() - 1e-3);
  }

  /** The substation's voltage is 1 p.u. */
  private static Network held(Network network) {
    return network.withBuses(
        network.buses().stream()
            .map(bus -> bus.number() == 1 ? bus.withVoltageLimits(1, 1) : bus)
            .toList());
  }
}
