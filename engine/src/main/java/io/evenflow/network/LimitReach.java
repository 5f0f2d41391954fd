package io.evenflow.network;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Region;

/** How little a period's grid can cost whatever its inputs are. */
public final class LimitReach {
  /** Steps towards the input that is best by the last cut. */
  private static final int MOST_STEPS = 8;

  private LimitReach() {}

  /**
   * A proven lower bound of a coupling's cost over a whole box: of the cuts at some of its corners,
   * each asked where the one before is least.
   *
   * @param least by the coupling's rows
   * @param most by the coupling's rows
   */
  public static double leastCost(Coupling coupling, double[] least, double[] most) {
    Region box = coupling.whole(least, most);
    double[] amounts = new double[least.length];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = (least[i] + most[i]) / 2;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      Answer answer = coupling.ask(amounts, box);
      double lowest = answer.cut().intercept();
      for (int i = 0; i < amounts.length; i++) {
        double slope = answer.cut().gradient()[i];
        amounts[i] = slope >= 0 ? least[i] : most[i];
        lowest += slope * amounts[i];
      }
      best = Math.max(best, lowest);
    }
    return best;
  }
}
