package io.evenflow.network;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The convex relaxation of one period's grid as a coupling of the stations' powers, for the methods
 * of the paper: its cost is the least Δt·Σ cost(pg) of all generators, with the elastic cost of
 * limits that are missed.
 */
public final class RelaxedCoupling implements Coupling {
  private static final int MOST_HALVINGS = 6;

  private final Scenario scenario;
  private final PerUnit grid;
  private final int period;
  private final int[] rows;
  private RelaxedGrid relaxed;

  /**
   * @param rows the row of each station's power in the period; in kW
   */
  public RelaxedCoupling(Scenario scenario, PerUnit grid, int period, int[] rows) {
    this.scenario = scenario;
    this.grid = grid;
    this.period = period;
    this.rows = rows;
    relaxed = new RelaxedGrid(scenario, grid, period, new Elasticity(1));
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    return null;
  }

  @Override
  public void missCost(double perUnit) {
    double perKwh = perUnit / scenario.horizon().hours(period);
    relaxed = new RelaxedGrid(scenario, grid, period, new Elasticity(perKwh));
  }

  @Override
  public String name() {
    return "period " + period;
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    if (relaxed.evaluate(amounts)) {
      Cut cut = cut();
      double error = relaxed.value() - cut.at(amounts);
      return new Answer(relaxed.value(), relaxed.violationKw(), cut, error, null);
    }
    return refusal(amounts);
  }

  private Cut cut() {
    double[] gradient = new double[rows.length];
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] = relaxed.gradient(k);
    }
    return new Cut(relaxed.intercept(), gradient, null);
  }

  /**
   * Where powers far beyond all limits are too much for the conic solver: no value, but the cut of
   * smaller powers, which is true everywhere and steep enough to lead back.
   */
  private Answer refusal(double[] amounts) {
    double[] smaller = amounts.clone();
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      for (int k = 0; k < smaller.length; k++) {
        smaller[k] /= 2;
      }
      if (relaxed.evaluate(smaller)) {
        double infinity = Double.POSITIVE_INFINITY;
        return new Answer(infinity, infinity, cut(), 0, null);
      }
    }
    throw new GridFailure(period);
  }

  /** Active power of a generator in service at the last amounts. Unit: kW. */
  public double generatorKw(int generator) {
    return relaxed.generatorKw(generator);
  }

  /** Reactive power of a generator in service at the last amounts. Unit: kvar. */
  public double generatorKvar(int generator) {
    return relaxed.generatorKvar(generator);
  }

  /** Voltage of the substation at the last amounts. Unit: p.u. */
  public double substationVoltagePu() {
    return relaxed.substationVoltagePu();
  }
}
