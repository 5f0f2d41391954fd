package io.evenflow.city.plan;

/**
 * Sums over feeders with a schedule, and how many have which status. Those without one are counted
 * and are no part of any sum.
 */
final class Totals {
  private int optimal;
  private int feasible;
  private int infeasible;
  private int failed;
  private double objective;
  private double bound;
  private double withoutVehicles;

  void add(FeederOutcome outcome) {
    if (!outcome.hasSchedule()) {
      infeasible += outcome.status().equals("infeasible") ? 1 : 0;
      failed += outcome.status().equals("infeasible") ? 0 : 1;
      return;
    }
    optimal += outcome.status().equals("optimal") ? 1 : 0;
    feasible += outcome.status().equals("optimal") ? 0 : 1;
    objective += outcome.objective();
    bound += outcome.bound() - outcome.addedCost();
    withoutVehicles += outcome.withoutVehicles();
  }

  int optimal() {
    return optimal;
  }

  /** With a schedule and without proof that it is the best. */
  int feasible() {
    return feasible;
  }

  /** Proven to have none. */
  int infeasible() {
    return infeasible;
  }

  /** Without a schedule and without proof. */
  int failed() {
    return failed;
  }

  /** Unit: currency. */
  double objective() {
    return objective;
  }

  /** Σ of the feeders' proven bounds, each of its own problem. Unit: currency. */
  double bound() {
    return bound;
  }

  /** NaN where it is unknown of any. Unit: currency. */
  double withoutVehicles() {
    return withoutVehicles;
  }
}
