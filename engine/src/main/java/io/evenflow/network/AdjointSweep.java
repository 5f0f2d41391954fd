package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/**
 * The multipliers of (1)–(4) at a {@link RadialFlow}, with signs such that λ is the price of active
 * power:
 *
 * <pre>
 * lⱼ:  ωⱼ = r·(λⱼ + y'P) + x·(μⱼ + y'Q) − (r² + x²)·νⱼ       what one more l costs but for itself
 * Pⱼ:  λⱼ = λᵢ + 2r·νⱼ + ωⱼ·∂l/∂P − yP − y'P                λ₀ = cost'(pg) + price of its limits
 * Qⱼ:  μⱼ = μᵢ + 2x·νⱼ + ωⱼ·∂l/∂Q − yQ − y'Q                μ₀ = price of qg's limits
 * vⱼ:  cⱼ·νⱼ = Kⱼ + Σ_children aₖ·(νₖ − ωₖ·∂lₖ/∂ṽ − bₖ/2·yQₖ) + b/2·cⱼ·y'Qⱼ
 *              − Gs·λⱼ + (b/2·cⱼ + Σ bₖ/2·aₖ + Bs)·μⱼ
 * </pre>
 *
 * (a and c are 1/τ² at the parent's and the child's end; y and y' are the ratings' multipliers
 * there, K those of voltage limits; ∂l of (4) or of the row that gives l.) Where ω ≥ 0 a branch
 * wants its l as small as it can be, which is (4); where ω &lt; 0 as great, which only a row of
 * {@link CurrentRows} can end. With the signs right these are multipliers of the relaxation, and λ
 * at a station's bus is the derivative of its value.
 *
 * <p>Claims no more than to have multipliers; what they prove is for {@link DualFunction} to say.
 */
final class AdjointSweep {
  private static final int MOST_SWEEPS = 60;
  private static final double TOLERANCE = 1e-13;

  private final PerUnit grid;
  private final int n;
  private final int[] parent;
  private final Multipliers multipliers;
  private final double[] lambda;
  private final double[] mu;
  private final double[] nu;
  private final double[] sumNu;

  /** ω: what one more l of a branch costs, but for what it changes of itself. */
  final double[] currentCost;

  /** The largest of λ and μ, to which their accuracy is relative. */
  private double largest;

  /**
   * @param multipliers whose limits' part is given and whose rest is filled
   */
  AdjointSweep(Scenario scenario, PerUnit grid, Multipliers multipliers) {
    this.grid = grid;
    this.multipliers = multipliers;
    n = scenario.feeder().busCount();
    parent = new int[n];
    for (int j = 0; j < n; j++) {
      parent[j] = scenario.feeder().parent(j);
    }
    lambda = multipliers.active;
    mu = multipliers.reactive;
    nu = multipliers.drop;
    sumNu = new double[n];
    currentCost = new double[n];
  }

  /**
   * Sweeps until multipliers stand still; false where they do not.
   *
   * @param active λ₀, price of active power at the substation
   * @param reactive μ₀
   */
  boolean solve(RadialFlow flow, double active, double reactive) {
    lambda[0] = active;
    mu[0] = reactive;
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      double moved = prices(flow);
      voltageMultipliers(flow);
      if (moved <= TOLERANCE * largest) {
        prices(flow);
        return true;
      }
    }
    return false;
  }

  /** λ, μ and ω from the substation to the leaves; returns how far λ and μ moved. */
  private double prices(RadialFlow flow) {
    double moved = 0;
    largest = Math.max(1, Math.max(Math.abs(lambda[0]), Math.abs(mu[0])));
    for (int j = 1; j < n; j++) {
      int i = parent[j];
      double r = grid.resistance[j];
      double x = grid.reactance[j];
      double perActive = flow.currentPerActive[j];
      double perReactive = flow.currentPerReactive[j];
      double atParent = lambda[i] - multipliers.parentP[j];
      double reactiveAtParent = mu[i] - multipliers.parentQ[j];
      double before = r * atParent + x * reactiveAtParent + (r * r + x * x) * nu[j];
      double omega = before / (1 - r * perActive - x * perReactive);
      currentCost[j] = omega;
      double nextLambda = atParent - multipliers.childP[j] + 2 * r * nu[j] + perActive * omega;
      double nextMu =
          reactiveAtParent - multipliers.childQ[j] + 2 * x * nu[j] + perReactive * omega;
      moved = Math.max(moved, Math.abs(nextLambda - lambda[j]) + Math.abs(nextMu - mu[j]));
      largest = Math.max(largest, Math.max(Math.abs(nextLambda), Math.abs(nextMu)));
      lambda[j] = nextLambda;
      mu[j] = nextMu;
    }
    return moved;
  }

  /** ν from the leaves to the substation. */
  private void voltageMultipliers(RadialFlow flow) {
    Arrays.fill(sumNu, 0);
    for (int j = n - 1; j > 0; j--) {
      double half = grid.charging[j] / 2;
      nu[j] =
          (sumNu[j]
                  + multipliers.voltage[j]
                  + half * grid.childTap[j] * multipliers.childQ[j]
                  - grid.shuntConductance[j] * lambda[j]
                  + grid.susceptance[j] * mu[j])
              / grid.childTap[j];
      sumNu[parent[j]] +=
          grid.parentTap[j]
              * (nu[j]
                  - currentCost[j] * flow.currentPerVoltage[j]
                  - half * multipliers.parentQ[j]);
    }
  }
}
