package io.evenflow.oracle;

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
  private final int n;
  private final int[] parent;

  /** Cost of missing a limit by 1 p.u. for an hour. */
  private final double elastic;

  private final Multipliers multipliers;
  private double missed;
  private double active;
  private double reactive;

  /**
   * @param multipliers whose part of the limits is filled
   */
  LimitPrices(Scenario scenario, PerUnit grid, Elasticity elasticity, Multipliers multipliers) {
    this.grid = grid;
    this.multipliers = multipliers;
    generator = scenario.feeder().generators().get(0);
    elastic = elasticity.costPerKwh() * grid.kwOf(1);
    n = scenario.feeder().busCount();
    parent = new int[n];
    for (int j = 0; j < n; j++) {
      parent[j] = scenario.feeder().parent(j);
    }
  }

  /**
   * Prices all limits at a flow; false where one is missed that is hard. Arguments are by bus or
   * the branch that feeds it, per unit, as in {@link RadialSweep}.
   */
  boolean find(double[] p, double[] q, double[] l, double[] v, double pg, double qg) {
    missed = 0;
    active =
        price(
            pg,
            grid.powerOfMw(generator.activeMinMw()),
            grid.powerOfMw(generator.activeMaxMw()),
            1);
    reactive =
        price(
            qg,
            grid.powerOfMw(generator.reactiveMinMvar()),
            grid.powerOfMw(generator.reactiveMaxMvar()),
            1);
    for (int j = 1; j < n; j++) {
      multipliers.voltage[j] =
          -price(
              v[j],
              grid.voltageSquaredMin[j],
              grid.voltageSquaredMax[j],
              grid.voltageSquaredPerPower[j]);
      if (grid.rating[j] < Double.POSITIVE_INFINITY) {
        rate(p, q, l, v, j);
      }
    }
    return missed == 0 || elastic < Double.POSITIVE_INFINITY;
  }

  /** Derivative of the cost of missing limits with respect to a value within two of them. */
  private double price(double value, double least, double most, double perPower) {
    if (value < least) {
      missed += (least - value) / perPower;
      return -elastic / perPower;
    }
    if (value > most) {
      missed += (value - most) / perPower;
      return elastic / perPower;
    }
    return 0;
  }

  /** One slack serves both ends of a branch, so the end that needs more of it has the price. */
  private void rate(double[] p, double[] q, double[] l, double[] v, int j) {
    double half = grid.charging[j] / 2;
    double parentQ = q[j] - half * grid.parentTap[j] * v[parent[j]];
    double childP = p[j] - grid.resistance[j] * l[j];
    double childQ = q[j] - grid.reactance[j] * l[j] + half * grid.childTap[j] * v[j];
    double atParent = Math.hypot(p[j], parentQ);
    double atChild = Math.hypot(childP, childQ);
    double price = price(Math.max(atParent, atChild), 0, grid.rating[j], 1);
    double parentPrice = atParent >= atChild && price > 0 ? price / atParent : 0;
    double childPrice = atParent < atChild && price > 0 ? price / atChild : 0;
    multipliers.parentP[j] = -parentPrice * p[j];
    multipliers.parentQ[j] = -parentPrice * parentQ;
    multipliers.childP[j] = -childPrice * childP;
    multipliers.childQ[j] = -childPrice * childQ;
  }

  /** What limits are missed by, all together. Unit: p.u., see {@link Elasticity}. */
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
