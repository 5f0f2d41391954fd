package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.formulation.PeriodProgram;
import io.evenflow.scenario.Scenario;
import io.evenflow.solver.RelaxedSolution;
import java.util.Arrays;

/**
 * The best cut that a conic solver's multipliers lead to. Its {@link DualFunction} is a bound
 * whatever they are, but a sharp one only if stationarity holds far better than to the solver's
 * tolerance: a reduced cost of 1e-8 where v lies between its limits costs 1e-8 times their
 * distance. So multipliers are put right first, in ways that are tried in turn: λ and μ at
 * generators between their limits are the marginal costs, ν follows from Kᵢ = 0 where v is between
 * its limits, and λ is lifted a little where the multiplier cl of a loose cone (5) came out
 * negative.
 */
final class ConicCut {
  private static final double[] LIFTS = {
    0, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2
  };

  /** A cut this near to the primal value, relatively, is not worth another attempt. */
  private static final double SHARP = 1e-10;

  /** Distance from limits, relative to their distance, to lie between them. */
  private static final double BETWEEN = 1e-4;

  private final Scenario scenario;
  private final PerUnit grid;
  private final int period;
  private final DualFunction dual;
  private final int n;
  private final Multipliers solved;
  private final Multipliers trial;
  private final boolean[] between;
  private final boolean[] none;
  private final boolean[] marginal;

  /** λ of the best cut by bus; per unit and hour. */
  final double[] active;

  private double intercept;
  private double bound;

  ConicCut(Scenario scenario, PerUnit grid, int period, DualFunction dual) {
    this.scenario = scenario;
    this.grid = grid;
    this.period = period;
    this.dual = dual;
    n = scenario.feeder().busCount();
    solved = new Multipliers(n);
    trial = new Multipliers(n);
    between = new boolean[n];
    none = new boolean[n];
    marginal = new boolean[n];
    active = new double[n];
  }

  /** Finds the cut that is highest at the stations' powers; false where none is finite. */
  boolean find(PeriodProgram flow, RelaxedSolution solution, double[] stationKw) {
    take(flow, solution);
    double value = solution.objective() / scenario.horizon().hours(period);
    double sharp = value - SHARP * Math.max(1, Math.abs(value));
    double largest = largestPrice();
    bound = Double.NEGATIVE_INFINITY;
    for (double lift : LIFTS) {
      for (int repair = 3; repair >= 0; repair--) {
        attempt(
            flow, solution.x(), lift * largest, (repair & 1) != 0, (repair & 2) != 0, stationKw);
      }
      if (bound >= sharp) {
        break;
      }
    }
    return bound > Double.NEGATIVE_INFINITY;
  }

  private void attempt(
      PeriodProgram flow,
      double[] x,
      double lift,
      boolean marginalCosts,
      boolean freeVoltages,
      double[] stationKw) {
    trial.set(solved);
    Arrays.fill(marginal, false);
    if (marginalCosts) {
      priceGenerators(flow, x);
    }
    for (int j = 0; j < n; j++) {
      trial.active[j] += marginal[j] ? 0 : lift;
    }
    dual.keepGeneratorsFinite(trial);
    double constant = dual.intercept(trial, freeVoltages ? between : none);
    double height = constant;
    for (int k = 0; k < stationKw.length; k++) {
      height += trial.active[scenario.places().bus(k)] * grid.powerOfKw(stationKw[k]);
    }
    if (height > bound) {
      bound = height;
      intercept = constant;
      System.arraycopy(trial.active, 0, active, 0, n);
    }
  }

  /** The solver's multipliers, in per unit and hour. */
  private void take(PeriodProgram flow, RelaxedSolution solution) {
    double hours = scenario.horizon().hours(period);
    double[] rows = solution.rowDuals();
    double[] scale = flow.flowScale();
    double[] x = solution.x();
    for (int j = 0; j < n; j++) {
      solved.active[j] = rows[flow.activeBalance(j)] / (scale[j] * hours);
      solved.reactive[j] = rows[flow.reactiveBalance(j)] / (scale[j] * hours);
      if (j > 0) {
        solved.drop[j] = -rows[flow.voltageDrop(j)] / hours;
        takeRating(flow.thermalLimit(j), solution, scale[j] * hours, j);
        double v = x[flow.voltageSquared(j)];
        between[j] = isBetween(v, grid.voltageSquaredMin[j], grid.voltageSquaredMax[j]);
      }
    }
  }

  private double largestPrice() {
    double most = 1;
    for (int j = 0; j < n; j++) {
      most = Math.max(most, Math.max(Math.abs(solved.active[j]), Math.abs(solved.reactive[j])));
    }
    return most;
  }

  private void takeRating(int cone, RelaxedSolution solution, double unit, int j) {
    if (cone < 0) {
      return;
    }
    double[] parent = solution.normMultiplier(cone);
    double[] child = solution.normMultiplier(cone + 1);
    solved.parentP[j] = parent[0] / unit;
    solved.parentQ[j] = parent[1] / unit;
    solved.childP[j] = child[0] / unit;
    solved.childQ[j] = child[1] / unit;
  }

  private static boolean isBetween(double value, double least, double most) {
    double room = BETWEEN * Math.min(1, most - least);
    return least + room < value && value < most - room;
  }

  private void priceGenerators(PeriodProgram flow, double[] x) {
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      var generator = scenario.feeder().generators().get(g);
      int bus = scenario.feeder().generatorBus(g);
      double mw = x[flow.generatorActive(g)] * grid.baseMva;
      double mvar = x[flow.generatorReactive(g)] * grid.baseMva;
      if (isBetween(mw, scenario.activeMinMw(g, period), scenario.activeMaxMw(g, period))) {
        double cost = ConvexCost.marginal(scenario.generationCost(g, period), mw);
        trial.active[bus] = cost * grid.baseMva;
        marginal[bus] = true;
      }
      if (isBetween(mvar, generator.reactiveMinMvar(), generator.reactiveMaxMvar())) {
        trial.reactive[bus] = 0;
      }
    }
  }

  /** D(0) of the cut found. Unit: currency per hour. */
  double intercept() {
    return intercept;
  }
}
