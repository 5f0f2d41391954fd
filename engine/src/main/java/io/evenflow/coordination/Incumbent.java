package io.evenflow.coordination;

import org.jspecify.annotations.Nullable;

/**
 * The best plans so far, the bound, and how far they may lie apart. Missing a limit has a cost, so
 * the cheapest plan may miss some; only one that keeps all counts in the end.
 */
final class Incumbent {
  private final double gap;
  private final double unavoidableCost;
  private final double base;
  private double bound = Double.NEGATIVE_INFINITY;
  private @Nullable Plan cheapest;
  private @Nullable Plan whole;

  /**
   * @param gap asked: objective − bound as a part of what the resources cost
   * @param base what everything costs without them, null where unknown
   */
  Incumbent(Problem problem, double gap, @Nullable Double base) {
    this.gap = gap;
    this.base = base == null ? 0 : base;
    unavoidableCost = problem.resources().stream().mapToDouble(Resource::unavoidableCost).sum();
  }

  void keep(Plan plan) {
    if (plan.isWhole() && (whole == null || plan.objective() < whole.objective())) {
      whole = plan;
    }
    if (cheapest == null || plan.objective() < cheapest.objective()) {
      cheapest = plan;
    }
  }

  /** Forgets the cheapest plan: what it costs to miss limits has changed. */
  void forgetCheapest() {
    cheapest = whole;
  }

  /** A value that is no number says nothing. */
  void raiseBound(double value) {
    bound = value > bound ? value : bound;
  }

  /** Without own costs that resources have whatever they do, which programs know nothing of. */
  double avoidableBound() {
    return bound - unavoidableCost;
  }

  double bound() {
    return bound;
  }

  /** The plan that costs least, missed limits at their cost. */
  @Nullable Plan cheapest() {
    return cheapest;
  }

  /** The best plan that keeps all limits. */
  @Nullable Plan whole() {
    return whole;
  }

  /** Of the best plan that keeps all limits, null without one. */
  @Nullable Double objective() {
    Plan plan = whole;
    return plan == null ? null : plan.objective();
  }

  /** What objective and bound may differ by. Unit: currency. */
  double allowance() {
    Plan known = whole == null ? cheapest : whole;
    double objective =
        known == null || !Double.isFinite(known.objective()) ? bound : known.objective();
    double resources = objective - unavoidableCost - base;
    return gap * Math.max(1, Double.isFinite(resources) ? Math.abs(resources) : 1);
  }

  /** The same, or less where a plan as good as the bound would allow less. */
  double leastAllowance() {
    double resources = bound - unavoidableCost - base;
    double atBound = Double.isFinite(resources) ? Math.abs(resources) : Double.POSITIVE_INFINITY;
    return Math.min(allowance(), gap * Math.max(1, atBound));
  }

  /** Whether nothing that costs this can better the best plan by more than is allowed. */
  boolean isBeatenBy(double lowerBound) {
    Plan plan = whole;
    return plan != null && plan.objective() - lowerBound <= allowance();
  }

  boolean isClosed() {
    return isBeatenBy(bound);
  }
}
