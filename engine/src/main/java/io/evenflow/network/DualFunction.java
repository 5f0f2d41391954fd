package io.evenflow.network;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.GenerationCost;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The Lagrange dual of one period's branch flow, in closed form. Balances (1), (2), voltage drops
 * (3) and ratings are priced with {@link Multipliers}; what is left falls apart:
 *
 * <pre>
 * D(n) = Σ_g min_pg (cost(pg) − λ·pg) + Σ_g min_qg (−μ·qg) + Σᵢ min_vᵢ Kᵢ·vᵢ
 *        + Σᵢ (λᵢ·(Pdᵢ + nᵢ) + μᵢ·Qdᵢ) − Σ rating·(‖parent's‖ + ‖child's‖)
 *
 * over each cone P² + Q² ≤ a·vᵢ·l:  min cP·P + cQ·Q + cl·l = −a·vᵢ·(cP² + cQ²)/(4·cl),  cl &gt; 0
 *   cP = λᵢ − λⱼ + 2r·νⱼ − …,  cQ = μᵢ − μⱼ + 2x·νⱼ − …,  cl = r·λⱼ + x·μⱼ − (r² + x²)·νⱼ + …
 *   Kᵢ = Gs·λᵢ − (b/2·c + Σ bₖ/2·aₖ + Bs)·μᵢ + cᵢ·νᵢ − Σ_children aₖ·(νₖ + (cP² + cQ²)/(4·cl)) …
 * </pre>
 *
 * (a and c are 1/τ² at the parent's and the child's end; dots stand for ratings.) So D(n) ≤ φ(n)
 * for <em>every</em> choice of multipliers and all powers n, affine in n: a cut that owes nothing
 * to a solver's tolerances, only to rounding, for which an allowance is taken off.
 *
 * <p>Where cl &lt; 0 the cone has no least cost: the relaxation would let l grow for ever. Within a
 * range of powers a row of {@link CurrentRows} ends it:
 *
 * <pre>
 * min cP·P + cQ·Q + cl·l  ≥  min (cP + cl·α)·P + (cQ + cl·β)·Q + cl·γ + cl·δ·ṽ  over P and Q in bounds
 * </pre>
 *
 * and the cut holds for the powers of that range, for the AC power flow as for the relaxation.
 */
final class DualFunction {
  /** Half an ulp of 1: the error of one operation. */
  private static final double UNIT = 0x1p-53;

  private final Scenario scenario;
  private final PerUnit grid;
  private final int period;
  private final @Nullable GridInputs inputs;

  private final int n;
  private final int[] parent;
  private final double[] susceptance;

  /** Cost of a slack of 1 p.u. for an hour, and of missing v by 1. */
  private final double elastic;

  private final double[] elasticVoltage;
  private final double widest;

  private final double[] perVoltage;

  /** Sum of the sizes of what perVoltage is the sum of. */
  private final double[] perVoltageSize;

  /** Sums and products in a row that any term takes, at most; three more for each child. */
  private final int operations;

  private double sum;

  /** What additions to the sum lost, after Neumaier. */
  private double lost;

  private double size;

  /** With generators and the substation's voltage at their best, for powers of stations. */
  DualFunction(Scenario scenario, PerUnit grid, int period, Elasticity elasticity) {
    this(scenario, grid, null, period, elasticity);
  }

  /**
   * @param inputs what is given, null where only the stations' powers are
   */
  DualFunction(
      Scenario scenario,
      PerUnit grid,
      @Nullable GridInputs inputs,
      int period,
      Elasticity elasticity) {
    this.scenario = scenario;
    this.inputs = inputs;
    this.grid = grid;
    this.period = period;
    n = scenario.feeder().busCount();
    parent = new int[n];
    susceptance = grid.susceptance;
    elastic = elasticity.costPerKwh() * grid.kwOf(1);
    elasticVoltage = new double[n];
    widest = elasticity.isHard() ? 1 : Elasticity.WIDEST_VOLTAGE_SQUARED;
    perVoltage = new double[n];
    perVoltageSize = new double[n];
    int children = 0;
    for (int j = 0; j < n; j++) {
      children = Math.max(children, scenario.feeder().children(j).length);
      parent[j] = scenario.feeder().parent(j);
      elasticVoltage[j] = elastic / grid.voltageSquaredPerPower[j];
    }
    operations = 12 + 3 * children;
  }

  /**
   * D(0), the constant of the cut D(n) = D(0) + Σ λ·n; −∞ where multipliers give no bound.
   *
   * @param free buses whose ν is to be replaced by the one that makes Kᵢ what the multipliers say:
   *     0 for a v between its limits
   * @return unit: currency per hour
   */
  double intercept(Multipliers y, boolean[] free) {
    return intercept(y, free, null);
  }

  /**
   * The same for powers within a range only: P, Q and v lie within its bounds, l below its rows.
   *
   * @param rows what is true of all power flows of the range, null for nothing
   */
  double intercept(Multipliers y, boolean[] free, @Nullable CurrentRows rows) {
    sum = 0;
    lost = 0;
    size = 0;
    for (int i = 0; i < n; i++) {
      perVoltage[i] = 0;
      perVoltageSize[i] = 0;
      addPerVoltage(i, grid.shuntConductance[i] * y.active[i]);
      addPerVoltage(i, -susceptance[i] * y.reactive[i]);
      add(y.active[i] * grid.powerOfMw(scenario.fixedActiveMw(i, period)));
      add(y.reactive[i] * grid.powerOfMw(scenario.fixedReactiveMvar(i, period)));
      if (inputs != null) {
        add(y.active[i] * grid.powerOfKw(inputs.fixedKw(i)));
        add(y.reactive[i] * grid.powerOfKw(inputs.fixedKvar(i)));
      }
    }
    for (int j = n - 1; j > 0; j--) {
      if (grid.rating[j] < Double.POSITIVE_INFINITY) {
        addRating(y, j);
      }
      if (free[j]) {
        y.drop[j] = (y.voltage[j] - perVoltage[j]) / grid.childTap[j];
      }
      addPerVoltage(j, grid.childTap[j] * y.drop[j]);
      if (!addCone(y, j, rows)) {
        return Double.NEGATIVE_INFINITY;
      }
    }
    addSubstation(rows);
    for (int i = 1; i < n; i++) {
      addVoltage(i, perVoltage[i], rows);
    }
    for (int i = 0; i < n; i++) {
      size += perVoltageSize[i] * grid.voltageSquaredMax[i];
    }
    addGenerators(y);
    // infinite terms leave no number in what was lost
    return Double.isFinite(sum) ? sum + lost - rounding() : Double.NEGATIVE_INFINITY;
  }

  /** The substation's v: a number, or an input, which is no part of the constant. */
  private void addSubstation(@Nullable CurrentRows rows) {
    if (inputs == null) {
      addVoltage(0, perVoltage[0], rows);
    } else if (grid.voltageSquaredMin[0] == grid.voltageSquaredMax[0]) {
      add(perVoltage[0] * grid.voltageSquaredMin[0]);
    }
  }

  /**
   * What one unit more of each input changes the bound of the last intercept by.
   *
   * @param y as the last intercept left them
   * @param perUnit by input. Unit: currency per hour and unit
   */
  void gradient(Multipliers y, GridInputs of, double[] perUnit) {
    for (int i = 0; i < perUnit.length; i++) {
      int bus = of.get(i).bus();
      perUnit[i] =
          switch (of.get(i).quantity()) {
            case ACTIVE_POWER -> grid.powerOfKw(y.active[bus]);
            case REACTIVE_POWER -> grid.powerOfKw(y.reactive[bus]);
            case VOLTAGE_SQUARED -> perVoltage[bus] / GridInputs.VOLTAGE_PARTS;
          };
    }
  }

  /** What rounding may have added to the last intercept, at most. Unit: currency per hour. */
  double rounding() {
    return UNIT * operations * size;
  }

  private void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
    size += Math.abs(term);
  }

  private void addPerVoltage(int i, double term) {
    perVoltage[i] += term;
    perVoltageSize[i] += Math.abs(term);
  }

  private void addRating(Multipliers y, int j) {
    double norm = Math.hypot(y.parentP[j], y.parentQ[j]) + Math.hypot(y.childP[j], y.childQ[j]);
    if (norm > elastic) {
      double shrink = elastic / norm;
      y.parentP[j] *= shrink;
      y.parentQ[j] *= shrink;
      y.childP[j] *= shrink;
      y.childQ[j] *= shrink;
      norm = elastic;
    }
    add(-norm * grid.rating[j]);
    double half = grid.charging[j] / 2;
    addPerVoltage(parent[j], half * grid.parentTap[j] * y.parentQ[j]);
    addPerVoltage(j, -half * grid.childTap[j] * y.childQ[j]);
  }

  /** The cone of branch j, its least cost a term of the parent's v; false where it has none. */
  private boolean addCone(Multipliers y, int j, @Nullable CurrentRows rows) {
    int i = parent[j];
    double r = grid.resistance[j];
    double x = grid.reactance[j];
    double cp = y.active[i] - y.active[j] + 2 * r * y.drop[j] - y.parentP[j] - y.childP[j];
    double cq = y.reactive[i] - y.reactive[j] + 2 * x * y.drop[j] - y.parentQ[j] - y.childQ[j];
    double cl =
        r * (y.active[j] + y.childP[j])
            + x * (y.reactive[j] + y.childQ[j])
            - (r * r + x * x) * y.drop[j];
    addPerVoltage(i, -grid.parentTap[j] * y.drop[j]);
    double squares = cp * cp + cq * cq;
    if (squares == 0 && cl >= 0) {
      return true;
    }
    double least = cl > 0 ? squares / (4 * cl) : Double.POSITIVE_INFINITY;
    if (rows != null && leastWithin(y, rows, j, cp, cq, cl) > -least * most(rows, j)) {
      addWithin(y, rows, j, cp, cq, cl);
    } else {
      addPerVoltage(i, -grid.parentTap[j] * least);
      perVoltageSize[i] += grid.parentTap[j] * sizeOfLeast(y, j, cp, cq, cl);
    }
    return least < Double.POSITIVE_INFINITY || rows != null;
  }

  /** Greatest ṽ at a branch's parent's end. */
  private double most(CurrentRows rows, int j) {
    return grid.parentTap[j] * rows.bounds().vMax[parent[j]];
  }

  /** min cP·P + cQ·Q + cl·l over the flows within bounds and below the branch's row. */
  private double leastWithin(
      Multipliers y, CurrentRows rows, int j, double cp, double cq, double cl) {
    FlowBounds in = rows.bounds();
    if (cl >= 0) {
      return lesser(cp, in.pMin[j], in.pMax[j])
          + lesser(cq, in.qMin[j], in.qMax[j])
          + cl * in.lMin[j];
    }
    int row = y.row[j];
    double perVoltageHere = cl * rows.voltage(j, row) * grid.parentTap[j];
    return lesser(cp + cl * rows.active(j, row), in.pMin[j], in.pMax[j])
        + lesser(cq + cl * rows.reactive(j, row), in.qMin[j], in.qMax[j])
        + cl * rows.constant(j, row)
        + lesser(perVoltageHere, in.vMin[parent[j]], in.vMax[parent[j]]);
  }

  private static double lesser(double slope, double from, double to) {
    return Math.min(slope * from, slope * to);
  }

  /** Adds {@link #leastWithin}, what it has of ṽ to the parent's v. */
  private void addWithin(Multipliers y, CurrentRows rows, int j, double cp, double cq, double cl) {
    FlowBounds in = rows.bounds();
    int row = y.row[j];
    if (cl >= 0) {
      add(lesser(cp, in.pMin[j], in.pMax[j]));
      add(lesser(cq, in.qMin[j], in.qMax[j]));
      add(cl * in.lMin[j]);
    } else {
      add(lesser(cp + cl * rows.active(j, row), in.pMin[j], in.pMax[j]));
      add(lesser(cq + cl * rows.reactive(j, row), in.qMin[j], in.qMax[j]));
      add(cl * rows.constant(j, row));
      addPerVoltage(parent[j], cl * rows.voltage(j, row) * grid.parentTap[j]);
    }
    size += sizeWithin(y, rows, row, j);
  }

  /** The sizes of the parts that {@link #addWithin} adds up. */
  private double sizeWithin(Multipliers y, CurrentRows rows, int row, int j) {
    FlowBounds in = rows.bounds();
    int i = parent[j];
    double r = grid.resistance[j];
    double x = Math.abs(grid.reactance[j]);
    double drop = Math.abs(y.drop[j]);
    double active = Math.abs(y.active[j]) + Math.abs(y.parentP[j]) + Math.abs(y.childP[j]);
    double reactive = Math.abs(y.reactive[j]) + Math.abs(y.parentQ[j]) + Math.abs(y.childQ[j]);
    double current = r * active + x * reactive + (r * r + x * x) * drop;
    double p = Math.max(Math.abs(in.pMin[j]), Math.abs(in.pMax[j]));
    double q = Math.max(Math.abs(in.qMin[j]), Math.abs(in.qMax[j]));
    double v = grid.parentTap[j] * in.vMax[i];
    double constant =
        Math.abs(rows.active(j, row)) * p
            + Math.abs(rows.reactive(j, row)) * q
            + Math.abs(rows.constant(j, row))
            + Math.abs(rows.voltage(j, row)) * v
            + in.lMin[j];
    return p * (Math.abs(y.active[i]) + active + 2 * r * drop)
        + q * (Math.abs(y.reactive[i]) + reactive + 2 * x * drop)
        + constant * current;
  }

  /** By what the sizes of the parts of cP, cQ and cl enter (cP² + cQ²)/(4·cl). */
  private double sizeOfLeast(Multipliers y, int j, double cp, double cq, double cl) {
    int i = parent[j];
    double r = grid.resistance[j];
    double x = Math.abs(grid.reactance[j]);
    double drop = Math.abs(y.drop[j]);
    double active = Math.abs(y.active[j]) + Math.abs(y.parentP[j]) + Math.abs(y.childP[j]);
    double reactive = Math.abs(y.reactive[j]) + Math.abs(y.parentQ[j]) + Math.abs(y.childQ[j]);
    double p = Math.abs(cp / (2 * cl));
    double q = Math.abs(cq / (2 * cl));
    return p * (Math.abs(y.active[i]) + active + 2 * r * drop)
        + q * (Math.abs(y.reactive[i]) + reactive + 2 * x * drop)
        + (p * p + q * q) * (r * active + x * reactive + (r * r + x * x) * drop);
  }

  /** min K·v + the elastic cost of v over its limits: at one of its ends or its limits. */
  private void addVoltage(int i, double k, @Nullable CurrentRows rows) {
    double least = grid.voltageSquaredMin[i];
    double most = grid.voltageSquaredMax[i];
    if (rows != null) {
      FlowBounds in = rows.bounds();
      double term = Math.min(voltage(i, k, in.vMin[i]), voltage(i, k, in.vMax[i]));
      term = Math.min(term, voltage(i, k, Math.clamp(least, in.vMin[i], in.vMax[i])));
      add(Math.min(term, voltage(i, k, Math.clamp(most, in.vMin[i], in.vMax[i]))));
      return;
    }
    double term = Math.min(k * least, k * most);
    if (elastic < Double.POSITIVE_INFINITY) {
      term = Math.min(term, elasticVoltage[i] * least);
      term = Math.min(term, k * widest * most + elasticVoltage[i] * (widest - 1) * most);
    }
    // an infinite K times a v of 0
    add(Double.isNaN(term) ? Double.NEGATIVE_INFINITY : term);
  }

  /** K·v + the elastic cost of what v misses its limits by. */
  private double voltage(int i, double k, double v) {
    double missed =
        Math.max(0, Math.max(grid.voltageSquaredMin[i] - v, v - grid.voltageSquaredMax[i]));
    return missed == 0 ? k * v : k * v + elasticVoltage[i] * missed;
  }

  /** Moves λ and μ at generators to the nearest for which their least costs are finite. */
  void keepGeneratorsFinite(Multipliers y) {
    double mw = grid.baseMva;
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      if (isInput(g)) {
        continue;
      }
      var generator = scenario.feeder().generators().get(g);
      int bus = scenario.feeder().generatorBus(g);
      GenerationCost cost = scenario.generationCost(g, period);
      double least = scenario.activeMinMw(g, period);
      double most = scenario.activeMaxMw(g, period);
      y.active[bus] =
          mw * ConvexCost.priceWithMinimum(cost, y.active[bus] / mw, elastic / mw, least, most);
      y.reactive[bus] =
          mw
              * ConvexCost.priceWithMinimum(
                  GenerationCost.ZERO,
                  y.reactive[bus] / mw,
                  elastic / mw,
                  generator.reactiveMinMvar(),
                  generator.reactiveMaxMvar());
    }
  }

  /** Whether a generator's powers are given, with a cost that is counted elsewhere. */
  private boolean isInput(int generator) {
    return inputs != null && generator != inputs.slack();
  }

  private void addGenerators(Multipliers y) {
    if (inputs != null) {
      add(inputs.fixedCost(scenario, period));
    }
    double perMw = 1 / grid.baseMva;
    for (int g = 0; g < scenario.feeder().generators().size(); g++) {
      if (isInput(g)) {
        continue;
      }
      var generator = scenario.feeder().generators().get(g);
      int bus = scenario.feeder().generatorBus(g);
      add(
          ConvexCost.least(
              scenario.generationCost(g, period),
              y.active[bus] * perMw,
              elastic * perMw,
              scenario.activeMinMw(g, period),
              scenario.activeMaxMw(g, period)));
      add(
          ConvexCost.least(
              GenerationCost.ZERO,
              y.reactive[bus] * perMw,
              elastic * perMw,
              generator.reactiveMinMvar(),
              generator.reactiveMaxMvar()));
    }
  }
}
