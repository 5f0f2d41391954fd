package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cut of a period where the relaxation would burn power: valid for the inputs of a range only.
 *
 * <p>Branches whose l is wanted ({@link AdjointSweep}) get a row of {@link CurrentRows} in place of
 * (4), which changes flows and with them what is wanted, until both agree: that is the optimum of
 * the relaxation with rows at the inputs, and {@link DualFunction} makes a cut of its multipliers.
 * Any multipliers will do for that; the highest cut is kept.
 *
 * <p>Where l is wanted to keep a limit that the AC power flow misses, and rows would let it be kept
 * with room, the price of that limit is less than the elastic cost: it is searched by bisection,
 * for all such limits together.
 */
final class RangeCut {
  private static final int MOST_CHANGES = 8;
  private static final int BISECTIONS = 10;

  private final GridInputs inputs;
  private final RadialSweep sweep;
  private final DualFunction dual;
  private final FlowBounds bounds;
  private final CurrentRows rows;
  private final boolean[] allButSubstation;
  private final boolean[] byRow;
  private final boolean[] wanted;
  private final double[] gain;
  private @Nullable FlowRange range;
  private boolean bounded;

  private final double[] trial;

  /** By input; per hour. */
  private final double[] gradient;

  private double intercept;
  private double height;

  RangeCut(
      Scenario scenario,
      PerUnit grid,
      GridInputs inputs,
      int period,
      RadialSweep sweep,
      DualFunction dual) {
    this.inputs = inputs;
    this.sweep = sweep;
    this.dual = dual;
    bounds = new FlowBounds(scenario, grid, inputs, period);
    rows = new CurrentRows(scenario, grid, bounds);
    int n = scenario.feeder().busCount();
    allButSubstation = new boolean[n];
    Arrays.fill(allButSubstation, 1, n, true);
    byRow = new boolean[n];
    wanted = new boolean[n];
    trial = new double[inputs.size()];
    gradient = new double[inputs.size()];
    gain = new double[n];
  }

  /**
   * Finds the cut at the inputs the sweep has solved last; false where flows of the range have no
   * bounds, or no multipliers a finite cut.
   *
   * @param amounts those inputs, within the range
   */
  boolean find(FlowRange within, double[] amounts) {
    if (!bound(within)) {
      return false;
    }
    height = Double.NEGATIVE_INFINITY;
    double most = 1;
    if (settle(amounts, most) && sweep.violationKw() > 0 && sweep.excess() < 0) {
      double least = 0;
      for (int i = 0; i < BISECTIONS; i++) {
        double share = (least + most) / 2;
        if (settle(amounts, share) && sweep.excess() < 0) {
          most = share;
        } else {
          least = share;
        }
      }
    }
    return height > Double.NEGATIVE_INFINITY;
  }

  private boolean bound(FlowRange within) {
    if (range != within) {
      range = within;
      bounded = bounds.find(within);
      if (bounded) {
        rows.set();
      }
    }
    return bounded;
  }

  /** Rows for the branches that want them, until they are those; whether there is a flow. */
  private boolean settle(double[] amounts, double share) {
    Arrays.fill(byRow, false);
    for (int i = 0; i < MOST_CHANGES; i++) {
      if (!sweep.relax(rows, byRow, share)) {
        return false;
      }
      boolean changed = false;
      for (int j = 1; j < byRow.length; j++) {
        wanted[j] = sweep.isCurrentWanted(j);
        changed |= wanted[j] != byRow[j];
      }
      keepIfHigher(amounts);
      if (!changed) {
        break;
      }
      System.arraycopy(wanted, 0, byRow, 0, byRow.length);
    }
    return true;
  }

  private void keepIfHigher(double[] amounts) {
    Multipliers y = sweep.multipliers();
    dual.keepGeneratorsFinite(y);
    double constant = dual.intercept(y, allButSubstation, rows);
    dual.gradient(y, inputs, trial);
    double at = constant;
    for (int i = 0; i < amounts.length; i++) {
      at += trial[i] * amounts[i];
    }
    if (at > height) {
      height = at;
      intercept = constant;
      System.arraycopy(trial, 0, gradient, 0, gradient.length);
      for (int j = 1; j < gain.length; j++) {
        gain[j] = byRow[j] ? sweep.currentGain(j) : 0;
      }
    }
  }

  /**
   * What a branch's row earns in the cut found that (4) does not allow. Unit: currency per hour.
   */
  double gain(int branch) {
    return gain[branch];
  }

  /** Greatest apparent power of a branch in the range of the cut found. Unit: p.u. */
  double greatestFlow(int branch) {
    double p = Math.max(-bounds.pMin[branch], bounds.pMax[branch]);
    double q = Math.max(-bounds.qMin[branch], bounds.qMax[branch]);
    return Math.hypot(p, q);
  }

  /** Copies the gradient of the cut found, by input. Unit: currency per hour and unit. */
  void gradient(double[] perUnit) {
    System.arraycopy(gradient, 0, perUnit, 0, gradient.length);
  }

  /** Constant of the cut found. Unit: currency per hour. */
  double intercept() {
    return intercept;
  }
}
