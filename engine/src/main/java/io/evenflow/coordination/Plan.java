package io.evenflow.coordination;

import java.util.Arrays;

/** A profile for every resource, and what it costs by the couplings' true values. */
public final class Plan {
  private final Problem problem;
  private final Profile[] profiles;

  /** Sums of the resources' amounts, by row. */
  private final double[] amounts;

  /** By coupling; stale where amounts moved since. */
  private final double[] cost;

  private final double[] missed;

  Plan(Problem problem, Profile[] profiles) {
    this.problem = problem;
    this.profiles = profiles.clone();
    amounts = new double[problem.rows().size()];
    cost = new double[problem.couplings().size()];
    missed = new double[cost.length];
    // A plan that nobody has asked the couplings about keeps no limit yet.
    Arrays.fill(missed, Double.POSITIVE_INFINITY);
    for (int r = 0; r < profiles.length; r++) {
      add(r, 1);
    }
  }

  private Plan(Plan other) {
    problem = other.problem;
    profiles = other.profiles.clone();
    amounts = other.amounts.clone();
    cost = other.cost.clone();
    missed = other.missed.clone();
  }

  Plan copy() {
    return new Plan(this);
  }

  private void add(int r, double factor) {
    int[] rows = problem.resources().get(r).rows();
    for (int i = 0; i < rows.length; i++) {
      amounts[rows[i]] += factor * profiles[r].amounts()[i];
    }
  }

  /** Gives a resource another profile; costs of the couplings it moves are stale until set. */
  void replace(int r, Profile next) {
    add(r, -1);
    profiles[r] = next;
    add(r, 1);
  }

  void set(int coupling, Answer answer) {
    cost[coupling] = answer.value();
    missed[coupling] = answer.missed();
  }

  /** By resource; the plan's own. */
  Profile[] profiles() {
    return profiles;
  }

  public Profile profile(int resource) {
    return profiles[resource];
  }

  /** What each resource does, by its rows. */
  public double[][] amountsByResource() {
    return Arrays.stream(profiles)
        .map(profile -> profile.amounts().clone())
        .toArray(double[][]::new);
  }

  /** Sums of amounts, by row; the plan's own. */
  public double[] amounts() {
    return amounts;
  }

  double cost(int coupling) {
    return cost[coupling];
  }

  double missed(int coupling) {
    return missed[coupling];
  }

  /** Couplings, prices of the rows and the resources' own costs. Unit: currency. */
  public double objective() {
    double sum = 0;
    for (double value : cost) {
      sum += value;
    }
    return sum + costOfResources();
  }

  /** Prices of the rows and the resources' own costs. Unit: currency. */
  public double costOfResources() {
    double sum = 0;
    for (int row = 0; row < amounts.length; row++) {
      sum += problem.rows().price()[row] * amounts[row];
    }
    for (Profile profile : profiles) {
      sum += profile.ownCost();
    }
    return sum;
  }

  /** By how much limits are missed, over all couplings. Unit: of the rows. */
  public double missed() {
    double sum = 0;
    for (double by : missed) {
      sum += by;
    }
    return sum;
  }

  /** Whether all limits hold, but for what tolerances leave. */
  public boolean isWhole() {
    for (double by : missed) {
      if (!(by <= Answer.WHOLE)) {
        return false;
      }
    }
    return true;
  }
}
