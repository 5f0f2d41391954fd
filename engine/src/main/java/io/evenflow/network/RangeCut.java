package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cut of a period where the relaxation would burn power: valid for the powers of a range only.
 *
 * <p>Branches whose l is wanted ({@link AdjointSweep}) get a row of {@link CurrentRows} in place of
 * (4), which changes flows and with them what is wanted, until both agree: that is the optimum of
 * the relaxation with rows at the stations' powers, and {@link DualFunction} makes a cut of its
 * multipliers. Any multipliers will do for that; the highest cut is kept.
 *
 * <p>Where l is wanted to keep a limit that the AC power flow misses, and rows would let it be kept
 * with room, the price of that limit is less than the elastic cost: it is searched by bisection,
 * for all such limits together.
 */
final class RangeCut {
  private static final int MOST_CHANGES = 8;
  private static final int BISECTIONS = 10;

  private final Scenario scenario;
  private final PerUnit grid;
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

  /** λ of the best cut by bus; per unit and hour. */
  final double[] active;

  private double intercept;
  private double height;

  RangeCut(Scenario scenario, PerUnit grid, int period, RadialSweep sweep, DualFunction dual) {
    this.scenario = scenario;
    this.grid = grid;
    this.sweep = sweep;
    this.dual = dual;
    bounds = new FlowBounds(scenario, grid, period);
    rows = new CurrentRows(scenario, grid, bounds);
    int n = scenario.feeder().busCount();
    allButSubstation = new boolean[n];
    Arrays.fill(allButSubstation, 1, n, true);
    byRow = new boolean[n];
    wanted = new boolean[n];
    active = new double[n];
    gain = new double[n];
  }

  /**
   * Finds the cut at the powers the sweep has solved last; false where flows of the range have no
   * bounds, or no multipliers a finite cut.
   *
   * @param stationKw those powers, within the range. Unit: kW
   */
  boolean find(FlowRange within, double[] stationKw) {
    if (!bound(within)) {
      return false;
    }
    height = Double.NEGATIVE_INFINITY;
    double most = 1;
    if (settle(stationKw, most) && sweep.violationKw() > 0 && sweep.excess() < 0) {
      double least = 0;
      for (int i = 0; i < BISECTIONS; i++) {
        double share = (least + most) / 2;
        if (settle(stationKw, share) && sweep.excess() < 0) {
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
  private boolean settle(double[] stationKw, double share) {
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
      keepIfHigher(stationKw);
      if (!changed) {
        break;
      }
      System.arraycopy(wanted, 0, byRow, 0, byRow.length);
    }
    return true;
  }

  private void keepIfHigher(double[] stationKw) {
    Multipliers y = sweep.multipliers();
    dual.keepGeneratorsFinite(y);
    double constant = dual.intercept(y, allButSubstation, rows);
    double at = constant;
    for (int k = 0; k < stationKw.length; k++) {
      at += y.active[scenario.busOf(k)] * grid.powerOfKw(stationKw[k]);
    }
    if (at > height) {
      height = at;
      intercept = constant;
      System.arraycopy(y.active, 0, active, 0, active.length);
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

  /** Constant of the cut found. Unit: currency per hour. */
  double intercept() {
    return intercept;
  }
}
