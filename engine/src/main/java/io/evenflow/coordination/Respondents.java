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

  /** The last prices by row, empty before any. */
  private double[] price = {};

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
    price = pricePerUnit.clone();
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

  /**
   * Lower bound on the least cost of a resource at costs of its own, from what it costs at least at
   * the last prices: a convex cost lies above each line of a slope, most of all above that of the
   * slope it has where the resource is. To ask this takes far less than an answer, which it spares
   * where what a resource does is nearly the best; −∞ where nothing is known. Unit: currency.
   */
  double leastAt(int r, ConvexCosts costs) {
    double[] pricePerUnit = price;
    if (pricePerUnit.length == 0 || !Double.isFinite(least[r])) {
      return Double.NEGATIVE_INFINITY;
    }
    Resource resource = all.get(r);
    int[] rows = resource.rows();
    double sum = least[r];
    for (int i = 0; i < rows.length; i++) {
      sum += costs.leastAbove(i, pricePerUnit[rows[i]], resource.least(i), resource.most(i));
    }
    return sum;
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
