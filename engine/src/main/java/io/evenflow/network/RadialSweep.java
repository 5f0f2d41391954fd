package io.evenflow.network;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.GenerationCost;
import io.evenflow.scenario.Scenario;

/**
 * The AC power flow of one period with its cost and multipliers, by sweeps: {@link GridInputs}
 * decide all flows. {@link RadialFlow} finds them, {@link LimitPrices} what limits they miss,
 * {@link AdjointSweep} the multipliers.
 *
 * <p>Allocation-free. Not safe for threads.
 */
final class RadialSweep {
  private final Scenario scenario;
  private final PerUnit grid;
  private final GenerationCost cost;
  private final double fixedCost;
  private final double hours;
  private final RadialFlow flow;
  private final Multipliers multipliers;
  private final LimitPrices limits;
  private final AdjointSweep adjoint;
  private double value;
  private double generation;
  private double reactiveGeneration;

  RadialSweep(
      Scenario scenario, PerUnit grid, GridInputs inputs, int period, Elasticity elasticity) {
    this.scenario = scenario;
    this.grid = grid;
    cost = scenario.generationCost(inputs.slack(), period);
    fixedCost = inputs.fixedCost(scenario, period);
    hours = scenario.horizon().hours(period);
    flow = new RadialFlow(scenario, grid, inputs, period);
    multipliers = new Multipliers(scenario.feeder().busCount());
    limits = new LimitPrices(scenario, grid, inputs.slack(), period, elasticity, multipliers);
    adjoint = new AdjointSweep(scenario, grid, multipliers);
  }

  /**
   * Whether there is a power flow, within all limits where they are hard, and multipliers to it.
   * Without a power flow the value is +∞.
   */
  boolean solve(double[] amounts) {
    return operate(amounts) && adjoint();
  }

  /** The same without multipliers. */
  boolean operate(double[] amounts) {
    if (!flow.solve(amounts)) {
      value = Double.POSITIVE_INFINITY;
      limits.missAll();
      return false;
    }
    if (!limits.find(flow)) {
      return false;
    }
    generation = flow.generation();
    reactiveGeneration = flow.reactiveGeneration();
    double perHour = cost.perHour(generation * grid.baseMva) + fixedCost + limits.cost();
    value = hours * perHour;
    return true;
  }

  /**
   * Multipliers at the last powers where some branches have a row in place of (4).
   *
   * @param byRow those branches
   * @param share of the elastic cost that the limits missed by the AC power flow are priced at
   */
  boolean relax(CurrentRows rows, boolean[] byRow, double share) {
    if (!flow.solve(rows, byRow)) {
      return false;
    }
    limits.price(flow, share);
    for (int j = 1; j < multipliers.row.length; j++) {
      multipliers.row[j] = flow.row(j);
    }
    return adjoint();
  }

  private boolean adjoint() {
    double marginal = ConvexCost.marginal(cost, flow.generation() * grid.baseMva);
    return adjoint.solve(flow, marginal * grid.baseMva + limits.active(), limits.reactive());
  }

  /** Whether a branch's l is worth something: the relaxation would make it as great as it may. */
  boolean isCurrentWanted(int branch) {
    return adjoint.currentCost[branch] < 0;
  }

  /** What a branch's row earns that (4) does not allow, at the last multipliers; 0 without row. */
  double currentGain(int branch) {
    double l = flow.currentByEquality(branch);
    return Math.max(0, -adjoint.currentCost[branch] * (flow.l[branch] - l));
  }

  /**
   * By how much the flow of {@link #relax} misses the limits that the AC power flow missed, all
   * together; negative where it keeps them with room. Unit: p.u.
   */
  double excess() {
    return limits.excess(flow);
  }

  /**
   * Δt·(cost of the slack generator and of those without a range + cost of missed limits) of the AC
   * power flow.
   */
  double value() {
    return value;
  }

  /** What the AC power flow misses its limits by. Unit: kW, see {@link Elasticity}. */
  double violationKw() {
    return grid.kwOf(limits.missed());
  }

  /** The last multipliers; the sweep's own. */
  Multipliers multipliers() {
    return multipliers;
  }

  double generatorKw() {
    return grid.kwOf(generation);
  }

  double generatorKvar() {
    return grid.kwOf(reactiveGeneration);
  }

  double substationVoltagePu() {
    return Math.sqrt(flow.v[0]);
  }
}
