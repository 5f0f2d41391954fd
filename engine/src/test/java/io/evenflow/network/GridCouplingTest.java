package io.evenflow.network;

import io.evenflow.coordination.CouplingContract;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.SplittableRandom;

/** Small feeders where energy costs or is paid for, with limits either way. */
class GridCouplingTest extends CouplingContract {
  private static final List<Limits> LIMITS =
      List.of(
          Limits.OF_THE_CASE,
          new Limits(0.99, 1.1, null, List.of()),
          new Limits(0.9, 1.002, null, List.of()),
          new Limits(null, null, 0.0, List.of()));

  @Override
  protected Subject subject(SplittableRandom random) {
    Scenario day = day(random);
    PerUnit perUnit = new PerUnit(day.feeder());
    GridInputs inputs = new GridInputs(day);
    InputTrees trees = new InputTrees(day.feeder(), perUnit, inputs);
    double missCost = random.nextDouble(1, 20);
    int[] rows = {0, 4, 5};
    GridCoupling other = new GridCoupling(day, trees, 0, rows);
    other.missCost(missCost);
    return new Subject(
        new GridCoupling(day, trees, 0, rows),
        missCost,
        random.doubles(3, -600, 0).toArray(),
        random.doubles(3, 0, 300).toArray(),
        other::operate,
        amounts -> {
          other.operate(amounts);
          double export = -other.generatorKw() / 1000;
          return export <= -day.activeMinMw(0, 0) && keepsVoltages(day, perUnit, amounts);
        });
  }

  private static boolean keepsVoltages(Scenario day, PerUnit perUnit, double[] amounts) {
    RadialFlow flow = new RadialFlow(day, perUnit, new GridInputs(day), 0);
    flow.solve(amounts);
    for (int j = 1; j < day.feeder().busCount(); j++) {
      if (flow.v[j] < perUnit.voltageSquaredMin[j] || flow.v[j] > perUnit.voltageSquaredMax[j]) {
        return false;
      }
    }
    return true;
  }

  private static Scenario day(SplittableRandom random) {
    Limits limits = LIMITS.get(random.nextInt(LIMITS.size()));
    Scenario base = TinyFeeders.random(random, limits);
    double price = random.nextDouble(-100, 100);
    Generator grid =
        new Generator(
            1, 0, 0, -10, 10, 1, -10, 10, true, new GenerationCost.Polynomial(0, price, 0));
    Network network = base.network().withGenerators(List.of(grid));
    int n = network.buses().size();
    return TinyFeeders.scenario(network, limits, 2, n - 1, n);
  }

  /** Where losses are worth something, regions have to be cut for that. */
  @Override
  protected double exactPart() {
    return 0.4;
  }
}
