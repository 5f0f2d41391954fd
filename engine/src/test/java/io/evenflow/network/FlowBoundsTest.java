package io.evenflow.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Enclosures of power flows, against power flows drawn from what they enclose. */
class FlowBoundsTest {
  private static final Limits NONE = Limits.OF_THE_CASE;

  private final SplittableRandom random = new SplittableRandom(41);

  @Test
  void everyPowerFlowOfARangeLiesWithin() {
    int closed = 0;
    for (int trial = 0; trial < 200; trial++) {
      Day day = new Day(TinyFeeders.random(random, NONE));
      double[] least = random.doubles(3, -2000, 0).toArray();
      double[] most = random.doubles(3, 0, 2000).toArray();
      FlowBounds bounds = day.bounds();
      if (!bounds.find(new GridRegion(day.trees, least, most))) {
        continue;
      }
      closed++;
      for (int draw = 0; draw < 20; draw++) {
        RadialFlow flow = day.flow();
        assertThat(flow.solve(drawn(least, most))).isTrue();
        for (int j = 1; j < day.buses(); j++) {
          assertThat(flow.v[j]).isBetween(bounds.vMin[j], bounds.vMax[j]);
          assertThat(flow.l[j]).isBetween(bounds.lMin[j] - 1e-12, bounds.lMax[j]);
          assertThat(flow.p[j]).isBetween(bounds.pMin[j] - 1e-12, bounds.pMax[j] + 1e-12);
          assertThat(flow.q[j]).isBetween(bounds.qMin[j] - 1e-12, bounds.qMax[j] + 1e-12);
        }
      }
    }
    assertThat(closed).isGreaterThan(150);
  }

  /** From loads that every feeder carries to ones that none does: never empty where a flow is. */
  @Test
  void aRangeIsEmptyOnlyWhereNoPowerFlowIs() {
    int empty = 0;
    int none = 0;
    for (int trial = 0; trial < 400; trial++) {
      Day day = new Day(TinyFeeders.random(random, NONE));
      double heavy = Math.pow(10, random.nextDouble(3, 6));
      double[] least = random.doubles(3, 0, heavy).toArray();
      double[] most = new double[3];
      for (int k = 0; k < 3; k++) {
        most[k] = least[k] + random.nextDouble(1000);
      }
      boolean isEmpty = day.bounds().areEmpty(new GridRegion(day.trees, least, most));
      boolean carriesLeast = day.flow().solve(least);
      empty += isEmpty ? 1 : 0;
      none += carriesLeast ? 0 : 1;
      assertThat(isEmpty && carriesLeast).as("trial " + trial).isFalse();
      for (int draw = 0; isEmpty && draw < 5; draw++) {
        assertThat(day.flow().solve(drawn(least, most))).as("trial " + trial).isFalse();
      }
    }
    // what sweeps give up on is nearly always proven to be nothing
    assertThat(none).isBetween(100, 350);
    assertThat(empty).isBetween((int) (0.9 * none), none);
  }

  private double[] drawn(double[] least, double[] most) {
    double[] kw = new double[least.length];
    for (int k = 0; k < kw.length; k++) {
      kw[k] = least[k] + random.nextDouble() * (most[k] - least[k]);
    }
    return kw;
  }

  private static final class Day {
    final Scenario scenario;
    final PerUnit grid;
    final GridInputs inputs;
    final InputTrees trees;

    Day(Scenario scenario) {
      this.scenario = scenario;
      grid = new PerUnit(scenario.feeder());
      inputs = new GridInputs(scenario);
      trees = new InputTrees(scenario.feeder(), grid, inputs);
    }

    int buses() {
      return scenario.feeder().busCount();
    }

    FlowBounds bounds() {
      return new FlowBounds(scenario, grid, inputs, 0);
    }

    RadialFlow flow() {
      return new RadialFlow(scenario, grid, inputs, 0);
    }
  }
}
