package io.evenflow.network;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Scenario;

/**
 * What a flow misses its limits by, and the multipliers that come of it: a missed elastic limit
 * ({@link Elasticity}) has the elastic cost as its multiplier, one that holds has none. Power flows
 * on a limit to the last digit are as good as within it, which makes one subgradient of several.
 *
 * <p>Allocation-free. Not safe for threads.
 */
final class LimitPrices {
  private final PerUnit grid;
  private final Generator generator;
  private final double activeMin;
  private final double activeMax;
  private final int n;
  private final int[] parent;

  /** Cost of missing a limit by 1 p.u. for an hour. */
  private final double elastic;

  private final Multipliers multipliers;

  /** Which limit of v is missed: −1 the least, 1 the greatest, 0 none. */
  private final int[] voltageSide;

  /**
   * Whether the rating is missed, and at which end more: −1 none, 0 the parent's, 1 the child's.
   */
  private final int[] ratingEnd;

  private int activeSide;
  private int reactiveSide;
  private double missed;
  private double active;
  private double reactive;

  /**
   * @param slack the generator at the substation that gives what is left
   * @param multipliers whose part of the limits is filled
   */
  LimitPrices(
      Scenario scenario,
      PerUnit grid,
      int slack,
      int period,
      Elasticity elasticity,
      Multipliers multipliers) {
    this.grid = grid;
    this.multipliers = multipliers;
    generator = scenario.feeder().generators().get(slack);
    activeMin = grid.powerOfMw(scenario.activeMinMw(slack, period));
    activeMax = grid.powerOfMw(scenario.activeMaxMw(slack, period));
    elastic = elasticity.costPerKwh() * grid.kwOf(1);
    n = scenario.feeder().busCount();
    parent = new int[n];
    voltageSide = new int[n];
    ratingEnd = new int[n];
    for (int j = 0; j < n; j++) {
      parent[j] = scenario.feeder().parent(j);
      ratingEnd[j] = -1;
    }
  }

  /**
   * Finds the limits that a flow misses and prices them; false where one is missed that is hard.
   */
  boolean find(RadialFlow flow) {
    missed = 0;
    activeSide = side(flow.generation(), activeMin, activeMax, 1);
    reactiveSide = side(flow.reactiveGeneration(), reactiveMin(), reactiveMax(), 1);
    for (int j = 1; j < n; j++) {
      voltageSide[j] =
          side(
              flow.v[j],
              grid.voltageSquaredMin[j],
              grid.voltageSquaredMax[j],
              grid.voltageSquaredPerPower[j]);
      if (grid.rating[j] < Double.POSITIVE_INFINITY) {
        double atParent = atParent(flow, j);
        double atChild = atChild(flow, j);
        int missedSide = side(Math.max(atParent, atChild), 0, grid.rating[j], 1);
        ratingEnd[j] = missedSide == 0 ? -1 : atParent >= atChild ? 0 : 1;
      }
    }
    price(flow, 1);
    return missed == 0 || elastic < Double.POSITIVE_INFINITY;
  }

  /** There is no flow: it misses limits by more than any number. */
  void missAll() {
    missed = Double.POSITIVE_INFINITY;
  }

  private double reactiveMin() {
    return grid.powerOfMw(generator.reactiveMinMvar());
  }

  private double reactiveMax() {
    return grid.powerOfMw(generator.reactiveMaxMvar());
  }

  private int side(double value, double least, double most, double perPower) {
    if (value < least) {
      missed += (least - value) / perPower;
      return -1;
    }
    if (value > most) {
      missed += (value - most) / perPower;
      return 1;
    }
    return 0;
  }

  private double atParent(RadialFlow flow, int j) {
    return Math.hypot(flow.p[j], flow.reactiveAtParent(j));
  }

  private double atChild(RadialFlow flow, int j) {
    return Math.hypot(flow.activeAtChild(j), flow.reactiveAtChild(j));
  }

  /**
   * Prices the limits found missed last, at another flow.
   *
   * @param share of the elastic cost, 0 to 1
   */
  void price(RadialFlow flow, double share) {
    double cost = missed == 0 ? 0 : share * elastic;
    active = activeSide * cost;
    reactive = reactiveSide * cost;
    for (int j = 1; j < n; j++) {
      multipliers.voltage[j] =
          voltageSide[j] == 0 ? 0 : -voltageSide[j] * cost / grid.voltageSquaredPerPower[j];
      if (grid.rating[j] < Double.POSITIVE_INFINITY) {
        double parentPrice = ratingEnd[j] == 0 ? cost / atParent(flow, j) : 0;
        double childPrice = ratingEnd[j] == 1 ? cost / atChild(flow, j) : 0;
        multipliers.parentP[j] = -parentPrice * flow.p[j];
        multipliers.parentQ[j] = -parentPrice * flow.reactiveAtParent(j);
        multipliers.childP[j] = -childPrice * flow.activeAtChild(j);
        multipliers.childQ[j] = -childPrice * flow.reactiveAtChild(j);
      }
    }
  }

  /**
   * By how much another flow misses the limits found missed last, all together; negative where it
   * keeps them with room. Unit: p.u., see {@link Elasticity}.
   */
  double excess(RadialFlow flow) {
    double sum = excess(activeSide, flow.generation(), activeMin, activeMax);
    sum += excess(reactiveSide, flow.reactiveGeneration(), reactiveMin(), reactiveMax());
    for (int j = 1; j < n; j++) {
      if (voltageSide[j] != 0) {
        sum +=
            excess(voltageSide[j], flow.v[j], grid.voltageSquaredMin[j], grid.voltageSquaredMax[j])
                / grid.voltageSquaredPerPower[j];
      }
      if (ratingEnd[j] >= 0) {
        sum += (ratingEnd[j] == 0 ? atParent(flow, j) : atChild(flow, j)) - grid.rating[j];
      }
    }
    return sum;
  }

  private static double excess(int side, double value, double least, double most) {
    return side == 0 ? 0 : side > 0 ? value - most : least - value;
  }

  /** What limits are missed by at the flow of {@link #find}. Unit: p.u., see {@link Elasticity}. */
  double missed() {
    return missed;
  }

  /** What missing them costs. Unit: currency per hour. */
  double cost() {
    return missed == 0 ? 0 : elastic * missed;
  }

  /** Price of the generator's active limits: positive at the greatest, negative at the least. */
  double active() {
    return active;
  }

  /** Price of its reactive limits. */
  double reactive() {
    return reactive;
  }
}
