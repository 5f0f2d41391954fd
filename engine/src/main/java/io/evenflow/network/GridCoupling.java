package io.evenflow.network;

import io.evenflow.coordination.Answer;
import io.evenflow.coordination.Coupling;
import io.evenflow.coordination.Cut;
import io.evenflow.coordination.Region;
import io.evenflow.coordination.Split;
import io.evenflow.formulation.Elasticity;
import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The grid of one period as a coupling of the stations' powers: its cost is Δt·Σ cost(pg) of the AC
 * power flow, or of its convex relaxation for the methods of the paper, with the elastic cost of
 * limits that are missed. What stations pay is no part of it.
 */
public final class GridCoupling implements Coupling {
  private static final int MOST_HALVINGS = 6;

  /** A region is cut no nearer to its ends than this part of its width. */
  private static final double MARGIN = 0.1;

  private final Scenario scenario;
  private final PerUnit grid;
  private final StationTree tree;
  private final int period;
  private final int[] rows;
  private final boolean relaxed;
  private GridOracle oracle;

  /**
   * @param rows the row of each station's power in the period; in kW
   * @param relaxed whether the relaxation's value is meant in place of the AC power flow's
   */
  public GridCoupling(
      Scenario scenario, PerUnit grid, StationTree tree, int period, int[] rows, boolean relaxed) {
    this.scenario = scenario;
    this.grid = grid;
    this.tree = tree;
    this.period = period;
    this.rows = rows;
    this.relaxed = relaxed;
    oracle = new GridOracle(scenario, grid, period, new Elasticity(1));
  }

  @Override
  public int[] rows() {
    return rows;
  }

  @Override
  public @Nullable Region whole(double[] least, double[] most) {
    return relaxed ? null : new GridRegion(tree, grid, least, most);
  }

  @Override
  public void missCost(double perUnit) {
    double perKwh = perUnit / scenario.horizon().stepHours();
    oracle = new GridOracle(scenario, grid, period, new Elasticity(perKwh));
  }

  @Override
  public String name() {
    return "period " + period;
  }

  @Override
  public Answer ask(double[] amounts, @Nullable Region region) {
    if (!(region instanceof GridRegion range)) {
      return oracle.evaluate(amounts) ? tight(amounts) : refusal(amounts);
    }
    if (!oracle.evaluate(amounts, range)) {
      return refusal(amounts);
    }
    return oracle.isTight() ? tight(amounts) : loose(amounts, range);
  }

  private Answer tight(double[] amounts) {
    Cut cut = cut(null);
    double error = oracle.value() - cut.at(amounts);
    return new Answer(oracle.value(), oracle.violationKw(), cut, error, null);
  }

  private Answer loose(double[] amounts, GridRegion range) {
    Cut cut = cut(range);
    double error = oracle.value() - cut.at(amounts);
    Split split = split(range, amounts);
    return new Answer(oracle.value(), oracle.violationKw(), cut, error, split);
  }

  private Cut cut(@Nullable Region region) {
    double[] gradient = new double[rows.length];
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] = oracle.gradient(k);
    }
    return new Cut(oracle.intercept(), gradient, region);
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
      if (oracle.evaluate(smaller)) {
        double infinity = Double.POSITIVE_INFINITY;
        return new Answer(infinity, infinity, cut(null), 0, null);
      }
    }
    throw new GridFailure(period);
  }

  /** Along the direction whose currents the cut overstates most, where the powers are. */
  private @Nullable Split split(GridRegion region, double[] amounts) {
    double[] gain = new double[tree.size()];
    int outermost = tree.size() - 1;
    for (int j = 1; j < scenario.feeder().busCount(); j++) {
      int direction = tree.directionOf(j);
      gain[direction == StationTree.NONE ? outermost : direction] += oracle.gain(j);
    }
    int best = -1;
    for (int d = 0; d < gain.length; d++) {
      boolean wide = region.max(d) - region.min(d) > 1e-3;
      best = wide && (best < 0 || gain[d] >= gain[best]) ? d : best;
    }
    if (best < 0) {
      return null;
    }
    double sum = 0;
    for (int station : tree.members(best)) {
      sum += amounts[station];
    }
    double margin = MARGIN * (region.max(best) - region.min(best));
    return new Split(best, Math.clamp(sum, region.min(best) + margin, region.max(best) - margin));
  }

  /** Active power of a generator in service at the last amounts. Unit: kW. */
  public double generatorKw(int generator) {
    return oracle.generatorKw(generator);
  }

  /** Reactive power of a generator in service at the last amounts. Unit: kvar. */
  public double generatorKvar(int generator) {
    return oracle.generatorKvar(generator);
  }

  /** Voltage of the substation at the last amounts. Unit: p.u. */
  public double substationVoltagePu() {
    return oracle.substationVoltagePu();
  }
}
