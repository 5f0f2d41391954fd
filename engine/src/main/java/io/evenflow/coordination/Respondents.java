package io.evenflow.coordination;

import java.util.List;

/** All resources, answering to prices on all cores. */
final class Respondents {
  /** Resources per task: enough to keep a core busy, few enough to share the work evenly. */
  private static final int TASK = 64;

  private final List<Resource> all;
  private final double[] least;
  private final Profile[] profiles;

  Respondents(Problem problem) {
    all = problem.resources();
    least = new double[all.size()];
    profiles = new Profile[all.size()];
  }

  /**
   * Lets every resource answer.
   *
   * @param pricePerUnit by row
   * @return Σ of the least costs, a lower bound; +∞ where a resource can do nothing at all
   */
  double answer(double[] pricePerUnit) {
    int count = all.size();
    Parallel.forEach(
        (count + TASK - 1) / TASK,
        task -> {
          for (int r = task * TASK; r < Math.min(count, (task + 1) * TASK); r++) {
            least[r] = all.get(r).answer(pricePerUnit);
            profiles[r] = all.get(r).profile();
          }
        });
    double sum = 0;
    for (double value : least) {
      sum += value;
    }
    return sum;
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
