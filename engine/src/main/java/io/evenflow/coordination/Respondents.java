package io.evenflow.coordination;

import java.util.List;
import java.util.function.BooleanSupplier;

/** All resources, answering to prices on all cores. */
final class Respondents {
  /** Resources per task: enough to keep a core busy, few enough to share the work evenly. */
  private static final int TASK = 64;

  private final List<Resource> all;
  private final BooleanSupplier stop;
  private final double[] least;
  private final Profile[] profiles;

  /** Nobody stops them. */
  Respondents(Problem problem) {
    this(problem, () -> false);
  }

  /**
   * @param stop true once somebody waits: who has not answered yet does what it did last, or
   *     nothing
   */
  Respondents(Problem problem, BooleanSupplier stop) {
    all = problem.resources();
    this.stop = stop;
    least = new double[all.size()];
    profiles = new Profile[all.size()];
  }

  /**
   * Lets every resource answer.
   *
   * @param pricePerUnit by row
   * @return Σ of the least costs, a lower bound; +∞ where a resource can do nothing at all; −∞
   *     where it was stopped
   */
  double answer(double[] pricePerUnit) {
    int count = all.size();
    Parallel.forEach(
        (count + TASK - 1) / TASK,
        task -> {
          for (int r = task * TASK; r < Math.min(count, (task + 1) * TASK); r++) {
            answer(r, pricePerUnit);
          }
        });
    double sum = 0;
    for (double value : least) {
      sum += value;
    }
    return sum;
  }

  private void answer(int r, double[] pricePerUnit) {
    if (stop.getAsBoolean()) {
      Profile instead = profiles[r] == null ? all.get(r).idle() : profiles[r];
      if (instead != null) {
        least[r] = Double.NEGATIVE_INFINITY;
        profiles[r] = instead;
        return;
      }
    }
    least[r] = all.get(r).answer(pricePerUnit);
    profiles[r] = all.get(r).profile();
  }

  /** Best profile of one resource at costs of its own; answers to prices stay what they are. */
  Profile respond(int r, ConvexCosts costs) {
    all.get(r).answer(costs);
    return all.get(r).profile();
  }

  /** Lower bound on the cost of a resource at the last prices. Unit: currency. */
  double least(int resource) {
    return least[resource];
  }

  /** Lower bounds of all resources at the last prices; the object's own. */
  double[] least() {
    return least;
  }

  /** Profiles of all resources at the last prices. */
  Profile[] profiles() {
    return profiles.clone();
  }

  int size() {
    return least.length;
  }
}
