package io.evenflow.oracle;

import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The optimal power flow of one period by sweeps instead of an interior-point method. With the
 * substation's voltage fixed and its generator the only one, the stations' powers decide all flows.
 * A backward/forward sweep finds the point on which every cone (5) is tight, {@link LimitPrices}
 * what limits it misses, an adjoint sweep the multipliers of (1)–(4) there, with signs such that λ
 * is the price of active power:
 *
 * <pre>
 * Pⱼ:  λⱼ = λᵢ + 2r·νⱼ + 2Pⱼ·ωⱼ − yP − y'P        λ₀ = cost'(pg) + price of its limits
 * Qⱼ:  μⱼ = μᵢ + 2x·νⱼ + 2Qⱼ·ωⱼ − yQ − y'Q        μ₀ = price of qg's limits
 * lⱼ:  ṽᵢ·ωⱼ = r·(λⱼ + y'P) + x·(μⱼ + y'Q) − (r² + x²)·νⱼ
 * vⱼ:  cⱼ·νⱼ = Kⱼ + Σ_children aₖ·(νₖ + lₖ·ωₖ − bₖ/2·yQₖ) + b/2·cⱼ·y'Qⱼ
 *              − Gs·λⱼ + (b/2·cⱼ + Σ bₖ/2·aₖ + Bs)·μⱼ
 * </pre>
 *
 * (a and c are 1/τ² at the parent's and the child's end; y and y' are the ratings' multipliers
 * there, K those of voltage limits.) Where all ω ≥ 0 these are multipliers of the convex
 * relaxation: its optimum is this AC power flow, and λ at a station's bus is the derivative of its
 * value. The sweep claims no more than to have multipliers; what they prove is for {@link
 * DualFunction} to say.
 *
 * <p>Allocation-free; starts from the last solve. Not safe for threads.
 */
final class RadialSweep {
  private static final int MOST_SWEEPS = 60;
  private static final double TOLERANCE = 1e-13;

  private final Scenario scenario;
  private final PerUnit grid;
  private final GenerationCost.Polynomial cost;
  private final int n;
  private final int[] parent;
  private final double[] fixedLoad;
  private final double[] reactiveLoad;

  /** Bs + the halves of line charging at the bus, behind their taps: Q injected per v. */
  private final double[] susceptance;

  private final double[] load;
  private final double[] p;
  private final double[] q;
  private final double[] l;
  private final double[] v;
  private final double[] sumP;
  private final double[] sumQ;
  private final Multipliers multipliers;
  private final LimitPrices limits;
  private final double[] lambda;
  private final double[] mu;
  private final double[] nu;
  private final double[] omega;
  private final double[] sumNu;
  private double generation;
  private double reactiveGeneration;

  /** The largest of λ and μ, to which their accuracy is relative. */
  private double largest;

  private RadialSweep(
      Scenario scenario,
      PerUnit grid,
      int period,
      GenerationCost.Polynomial cost,
      Elasticity elasticity) {
    this.scenario = scenario;
    this.grid = grid;
    this.cost = cost;
    n = scenario.feeder().busCount();
    parent = new int[n];
    fixedLoad = new double[n];
    reactiveLoad = new double[n];
    susceptance = grid.shuntSusceptance.clone();
    load = new double[n];
    p = new double[n];
    q = new double[n];
    l = new double[n];
    v = new double[n];
    sumP = new double[n];
    sumQ = new double[n];
    multipliers = new Multipliers(n);
    limits = new LimitPrices(scenario, grid, elasticity, multipliers);
    lambda = multipliers.active;
    mu = multipliers.reactive;
    nu = multipliers.drop;
    omega = new double[n];
    sumNu = new double[n];
    for (int j = 0; j < n; j++) {
      parent[j] = scenario.feeder().parent(j);
      fixedLoad[j] = grid.powerOfMw(scenario.activeLoadMw(j, period));
      reactiveLoad[j] = grid.powerOfMw(scenario.reactiveLoadMvar(j, period));
      v[j] = grid.voltageSquaredMin[0];
      if (j > 0) {
        susceptance[j] += grid.charging[j] / 2 * grid.childTap[j];
        susceptance[parent[j]] += grid.charging[j] / 2 * grid.parentTap[j];
      }
    }
  }

  /** A sweep for a period, null where the feeder or its costs are not of the kind it can take. */
  static @Nullable RadialSweep of(
      Scenario scenario, PerUnit grid, int period, Elasticity elasticity) {
    Feeder feeder = scenario.feeder();
    boolean single = feeder.generators().size() == 1 && feeder.generatorBus(0) == 0;
    boolean held = grid.voltageSquaredMin[0] == grid.voltageSquaredMax[0];
    if (!single
        || !held
        || !(scenario.generationCost(0, period) instanceof GenerationCost.Polynomial cost)) {
      return null;
    }
    return new RadialSweep(scenario, grid, period, cost, elasticity);
  }

  /**
   * Whether there is a point, within all limits where they are hard, and multipliers to it. Unit of
   * stationKw: kW.
   */
  boolean solve(double[] stationKw) {
    System.arraycopy(fixedLoad, 0, load, 0, n);
    for (int k = 0; k < stationKw.length; k++) {
      load[scenario.busOf(k)] += grid.powerOfKw(stationKw[k]);
    }
    return flow() && limits.find(p, q, l, v, generation, reactiveGeneration) && adjoint();
  }

  private boolean flow() {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      backward();
      if (forward() < TOLERANCE) {
        backward();
        return true;
      }
    }
    return false;
  }

  /** (1), (2) and the tight (5), from the leaves to the substation. */
  private void backward() {
    for (int j = 0; j < n; j++) {
      sumP[j] = load[j] + grid.shuntConductance[j] * v[j];
      sumQ[j] = reactiveLoad[j] - susceptance[j] * v[j];
    }
    for (int j = n - 1; j > 0; j--) {
      int i = parent[j];
      p[j] = sumP[j] + grid.resistance[j] * l[j];
      q[j] = sumQ[j] + grid.reactance[j] * l[j];
      l[j] = (p[j] * p[j] + q[j] * q[j]) / (grid.parentTap[j] * v[i]);
      p[j] = sumP[j] + grid.resistance[j] * l[j];
      q[j] = sumQ[j] + grid.reactance[j] * l[j];
      sumP[i] += p[j];
      sumQ[i] += q[j];
    }
    generation = sumP[0];
    reactiveGeneration = sumQ[0];
  }

  /** (3), from the substation to the leaves; returns how far v moved. */
  private double forward() {
    double moved = 0;
    for (int j = 1; j < n; j++) {
      double r = grid.resistance[j];
      double x = grid.reactance[j];
      double behind =
          grid.parentTap[j] * v[parent[j]] - 2 * (r * p[j] + x * q[j]) + (r * r + x * x) * l[j];
      double next = behind / grid.childTap[j];
      if (!(next > 0.01)) {
        return Double.POSITIVE_INFINITY;
      }
      moved = Math.max(moved, Math.abs(next - v[j]));
      double current = (p[j] * p[j] + q[j] * q[j]) / (grid.parentTap[j] * v[parent[j]]);
      moved = Math.max(moved, Math.abs(current - l[j]) * Math.max(r, Math.abs(x)));
      v[j] = next;
    }
    return moved;
  }

  /** The adjoint sweeps; whether they converge. */
  private boolean adjoint() {
    double marginal = cost.linear() + 2 * cost.quadratic() * generation * grid.baseMva;
    lambda[0] = marginal * grid.baseMva + limits.active();
    mu[0] = limits.reactive();
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double moved = prices();
      voltageMultipliers();
      if (moved <= TOLERANCE * largest) {
        prices();
        return true;
      }
    }
    return false;
  }

  /** λ, μ and ω from the substation to the leaves; returns how far λ and μ moved. */
  private double prices() {
    double moved = 0;
    largest = Math.max(1, Math.max(Math.abs(lambda[0]), Math.abs(mu[0])));
    for (int j = 1; j < n; j++) {
      int i = parent[j];
      double r = grid.resistance[j];
      double x = grid.reactance[j];
      double z2 = r * r + x * x;
      double perVoltage = 1 / (grid.parentTap[j] * v[i]);
      double atParent = lambda[i] - multipliers.parentP[j];
      double reactiveAtParent = mu[i] - multipliers.parentQ[j];
      double right = perVoltage * (r * atParent + x * reactiveAtParent + z2 * nu[j]);
      omega[j] = right / (1 - 2 * perVoltage * (r * p[j] + x * q[j]));
      double nextLambda = atParent - multipliers.childP[j] + 2 * (r * nu[j] + p[j] * omega[j]);
      double nextMu = reactiveAtParent - multipliers.childQ[j] + 2 * (x * nu[j] + q[j] * omega[j]);
      moved = Math.max(moved, Math.abs(nextLambda - lambda[j]) + Math.abs(nextMu - mu[j]));
      largest = Math.max(largest, Math.max(Math.abs(nextLambda), Math.abs(nextMu)));
      lambda[j] = nextLambda;
      mu[j] = nextMu;
    }
    return moved;
  }

  /** ν from the leaves to the substation. */
  private void voltageMultipliers() {
    Arrays.fill(sumNu, 0);
    for (int j = n - 1; j > 0; j--) {
      double half = grid.charging[j] / 2;
      nu[j] =
          (sumNu[j]
                  + multipliers.voltage[j]
                  + half * grid.childTap[j] * multipliers.childQ[j]
                  - grid.shuntConductance[j] * lambda[j]
                  + susceptance[j] * mu[j])
              / grid.childTap[j];
      sumNu[parent[j]] +=
          grid.parentTap[j] * (nu[j] + l[j] * omega[j] - half * multipliers.parentQ[j]);
    }
  }

  /** Δt·(cost(pg) + cost of missed limits) at the last optimum. Unit: currency. */
  double value() {
    double perHour = cost.perHour(generation * grid.baseMva) + limits.cost();
    return scenario.horizon().stepHours() * perHour;
  }

  /** What limits are missed by. Unit: kW, see {@link Elasticity}. */
  double violationKw() {
    return grid.kwOf(limits.missed());
  }

  /** The multipliers at the last optimum; the sweep's own. */
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
    return Math.sqrt(v[0]);
  }
}
