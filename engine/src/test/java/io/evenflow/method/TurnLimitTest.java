package io.evenflow.method;

import io.evenflow.coordination.CouplingContract;
import java.util.SplittableRandom;

class TurnLimitTest extends CouplingContract {
  @Override
  protected Subject subject(SplittableRandom random) {
    int radius = random.nextInt(6);
    double kwPerTurn = random.nextDouble(1, 22);
    double missCost = random.nextDouble(1, 20);
    return new Subject(
        new TurnLimit(3, radius, kwPerTurn),
        missCost,
        new double[] {-2},
        new double[] {12},
        turned -> missCost * kwPerTurn * Math.max(0, turned[0] - radius),
        turned -> turned[0] <= radius);
  }
}
