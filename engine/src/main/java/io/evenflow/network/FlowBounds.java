package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/**
 * Intervals that hold the high-voltage power flow of one period for <em>all</em> powers of a {@link
 * FlowRange}: P, Q, l of each branch and v of each bus, per unit.
 *
 * <p>A sweep over intervals in place of numbers: from voltages and currents of a feeder that
 * carries nothing, intervals grow until they stand still, and a little more, so that a sweep maps
 * them into themselves. Each step of the sweep that finds the power flow ({@link RadialFlow}) is
 * then one from within to within, so the flow it converges to lies there too; sweeps after that
 * only narrow the intervals. Where they do not close the range reaches loads no feeder carries:
 * {@link #find} says so and nothing is claimed.
 *
 * <p>Intervals are widened outwards for rounding. Not safe for threads; nothing is allocated.
 */
final class FlowBounds {
  private static final int MOST_GROWING = 60;
  private static final int MOST_NARROWING = 12;

  /** How much further than where they stand still intervals are tried, as part of all they grew. */
  private static final double[] MARGINS = {1e-4, 1e-3, 1e-2};

  /** Growing ends where no v or l moves by more. Unit: p.u. */
  private static final double STILL = 1e-6;

  /** Narrowing ends where no v moves by more. Unit: p.u. */
  private static final double SETTLED = 1e-9;

  /** Below it nobody runs a feeder, and sweeps give up too. Unit: p.u., squared. */
  private static final double LEAST_VOLTAGE = 0.01;

  /** Above it nobody runs one. Unit: p.u., squared. */
  private static final double MOST_VOLTAGE = 4;

  /** Rounding of a sweep's sums, as part of what is summed, and the least of it. */
  private static final double ROUNDING = 1e-12;

  private final PerUnit grid;
  private final int n;
  private final int[] parent;
  private final double[] activeLoad;
  private final double[] reactiveLoad;
  private final double[] susceptance;

  final double[] pMin;
  final double[] pMax;
  final double[] qMin;
  final double[] qMax;
  final double[] lMin;
  final double[] lMax;
  final double[] vMin;
  final double[] vMax;

  /** The sizes of all drops on the way from the substation. */
  private final double[] drops;

  /** P and Q at the child's end. */
  private final double[] belowMin;

  private final double[] belowMax;
  private final double[] reactiveMin;
  private final double[] reactiveMax;

  FlowBounds(Scenario scenario, PerUnit grid, GridInputs inputs, int period) {
    this.grid = grid;
    n = scenario.feeder().busCount();
    parent = new int[n];
    activeLoad = new double[n];
    reactiveLoad = new double[n];
    susceptance = grid.susceptance;
    for (int j = 0; j < n; j++) {
      parent[j] = scenario.feeder().parent(j);
      activeLoad[j] =
          grid.powerOfMw(scenario.fixedActiveMw(j, period)) + grid.powerOfKw(inputs.fixedKw(j));
      reactiveLoad[j] =
          grid.powerOfMw(scenario.fixedReactiveMvar(j, period))
              + grid.powerOfKw(inputs.fixedKvar(j));
    }
    pMin = new double[n];
    pMax = new double[n];
    qMin = new double[n];
    qMax = new double[n];
    lMin = new double[n];
    lMax = new double[n];
    vMin = new double[n];
    vMax = new double[n];
    drops = new double[n];
    belowMin = new double[n];
    belowMax = new double[n];
    reactiveMin = new double[n];
    reactiveMax = new double[n];
  }

  /** Finds the intervals for a range; false where none close. */
  boolean find(FlowRange range) {
    startWithoutFlow(range);
    if (!grow(range)) {
      return false;
    }
    for (double margin : MARGINS) {
      widen(margin);
      backward(range);
      if (isClosed()) {
        narrow(range);
        return areIntervals();
      }
    }
    return false;
  }

  /**
   * Whether no inputs of a range have a power flow with voltages that feeders run at: from those
   * voltages, sweeps over intervals leave out what no power flow can have, until nothing is left.
   */
  boolean areEmpty(FlowRange range) {
    Arrays.fill(lMin, 0);
    Arrays.fill(lMax, Double.MAX_VALUE);
    Arrays.fill(vMin, LEAST_VOLTAGE);
    Arrays.fill(vMax, MOST_VOLTAGE);
    vMin[0] = range.minVoltage();
    vMax[0] = range.maxVoltage();
    for (int i = 0; i < MOST_GROWING; i++) {
      backward(range);
      double moved = 0;
      for (int j = 1; j < n; j++) {
        lMin[j] = Math.max(lMin[j], leastCurrent(j));
        double greatest = greatestVoltage(j);
        moved = Math.max(moved, vMax[j] - greatest);
        vMax[j] = Math.min(vMax[j], greatest);
        if (vMax[j] < LEAST_VOLTAGE) {
          return true;
        }
      }
      if (moved < SETTLED) {
        return false;
      }
    }
    return false;
  }

  /** Whether intervals come to stand still. */
  private boolean grow(FlowRange range) {
    for (int i = 0; i < MOST_GROWING; i++) {
      backward(range);
      double moved = 0;
      for (int j = 1; j < n; j++) {
        double current = greatestCurrent(j);
        moved = Math.max(moved, current - lMax[j]);
        lMax[j] = Math.max(lMax[j], current);
      }
      for (int j = 1; j < n; j++) {
        double least = leastVoltage(j);
        double greatest = greatestVoltage(j);
        if (!(least > LEAST_VOLTAGE)) {
          return false;
        }
        moved = Math.max(moved, Math.max(vMin[j] - least, greatest - vMax[j]));
        vMin[j] = Math.min(vMin[j], least);
        vMax[j] = Math.max(vMax[j], greatest);
      }
      if (moved < STILL) {
        return true;
      }
    }
    return false;
  }

  /** Whether sums of a range that contradict each other have left nothing of an interval. */
  private boolean areIntervals() {
    for (int j = 1; j < n; j++) {
      if (!(vMin[j] <= vMax[j] && lMin[j] <= lMax[j] && pMin[j] <= pMax[j] && qMin[j] <= qMax[j])) {
        return false;
      }
    }
    return true;
  }

  /** Currents by a part of them, voltages by that part of all drops on the way to them. */
  private void widen(double margin) {
    for (int j = 1; j < n; j++) {
      double r = grid.resistance[j];
      double x = Math.abs(grid.reactance[j]);
      double p = Math.max(Math.abs(pMin[j]), Math.abs(pMax[j]));
      double q = Math.max(Math.abs(qMin[j]), Math.abs(qMax[j]));
      double own = 2 * (r * p + x * q) + (r * r + x * x) * lMax[j];
      drops[j] = (grid.parentTap[j] * drops[parent[j]] + own) / grid.childTap[j];
      lMax[j] += margin * lMax[j];
      vMin[j] -= margin * (drops[j] + STILL);
      vMax[j] += margin * (drops[j] + STILL);
    }
  }

  /** Whether a sweep stays within the intervals. */
  private boolean isClosed() {
    for (int j = 1; j < n; j++) {
      if (!(greatestCurrent(j) <= lMax[j]
          && leastVoltage(j) >= vMin[j]
          && greatestVoltage(j) <= vMax[j])) {
        return false;
      }
    }
    return true;
  }

  private void startWithoutFlow(FlowRange range) {
    Arrays.fill(lMin, 0);
    Arrays.fill(lMax, 0);
    vMin[0] = range.minVoltage();
    vMax[0] = range.maxVoltage();
    for (int j = 1; j < n; j++) {
      vMin[j] = grid.parentTap[j] * vMin[parent[j]] / grid.childTap[j];
      vMax[j] = grid.parentTap[j] * vMax[parent[j]] / grid.childTap[j];
    }
  }

  /** Powers from currents and voltages, from the leaves to the substation. */
  private void backward(FlowRange range) {
    for (int j = 0; j < n; j++) {
      double g = grid.shuntConductance[j];
      belowMin[j] = activeLoad[j] + Math.min(g * vMin[j], g * vMax[j]);
      belowMax[j] = activeLoad[j] + Math.max(g * vMin[j], g * vMax[j]);
      double b = -susceptance[j];
      reactiveMin[j] = reactiveLoad[j] + Math.min(b * vMin[j], b * vMax[j]);
      reactiveMax[j] = reactiveLoad[j] + Math.max(b * vMin[j], b * vMax[j]);
    }
    for (int j = n - 1; j > 0; j--) {
      double r = grid.resistance[j];
      double x = grid.reactance[j];
      int i = parent[j];
      double lossMin = belowMin[j] + r * lMin[j];
      double lossMax = belowMax[j] + r * lMax[j];
      pMin[j] = down(lossMin + range.minPower(j));
      pMax[j] = up(lossMax + range.maxPower(j));
      double dropMin = reactiveMin[j] + Math.min(x * lMin[j], x * lMax[j]);
      double dropMax = reactiveMax[j] + Math.max(x * lMin[j], x * lMax[j]);
      qMin[j] = down(dropMin + range.minReactive(j));
      qMax[j] = up(dropMax + range.maxReactive(j));
      belowMin[i] += lossMin;
      belowMax[i] += lossMax;
      reactiveMin[i] += dropMin;
      reactiveMax[i] += dropMax;
    }
    pMin[0] = down(belowMin[0] + range.minPower(0));
    pMax[0] = up(belowMax[0] + range.maxPower(0));
    qMin[0] = down(reactiveMin[0] + range.minReactive(0));
    qMax[0] = up(reactiveMax[0] + range.maxReactive(0));
    for (int j = 1; j < n; j++) {
      belowMin[j] += range.minPower(j);
      belowMax[j] += range.maxPower(j);
      reactiveMin[j] += range.minReactive(j);
      reactiveMax[j] += range.maxReactive(j);
    }
  }

  private double leastCurrent(int j) {
    double squares = leastSquare(pMin[j], pMax[j]) + leastSquare(qMin[j], qMax[j]);
    return down(squares / (grid.parentTap[j] * vMax[parent[j]]));
  }

  private double greatestCurrent(int j) {
    double squares = greatestSquare(pMin[j], pMax[j]) + greatestSquare(qMin[j], qMax[j]);
    return up(squares / (grid.parentTap[j] * vMin[parent[j]]));
  }

  private static double leastSquare(double min, double max) {
    double nearest = min > 0 ? min : Math.min(max, 0);
    return nearest * nearest;
  }

  private static double greatestSquare(double min, double max) {
    return Math.max(min * min, max * max);
  }

  /** v at the child's end from powers there: ṽᵢ − 2(r·P + x·Q) − (r² + x²)·l, which is (3). */
  private double leastVoltage(int j) {
    double r = grid.resistance[j];
    double x = grid.reactance[j];
    double drop = 2 * (r * belowMax[j] + Math.max(x * reactiveMin[j], x * reactiveMax[j]));
    double behind = grid.parentTap[j] * vMin[parent[j]];
    return down((behind - drop - (r * r + x * x) * lMax[j]) / grid.childTap[j]);
  }

  private double greatestVoltage(int j) {
    double r = grid.resistance[j];
    double x = grid.reactance[j];
    double drop = 2 * (r * belowMin[j] + Math.min(x * reactiveMin[j], x * reactiveMax[j]));
    double behind = grid.parentTap[j] * vMax[parent[j]];
    return up((behind - drop - (r * r + x * x) * lMin[j]) / grid.childTap[j]);
  }

  private void narrow(FlowRange range) {
    for (int i = 0; i < MOST_NARROWING; i++) {
      double moved = 0;
      for (int j = 1; j < n; j++) {
        lMin[j] = Math.max(lMin[j], leastCurrent(j));
        lMax[j] = Math.min(lMax[j], greatestCurrent(j));
        double least = leastVoltage(j);
        double greatest = greatestVoltage(j);
        moved = Math.max(moved, Math.max(least - vMin[j], vMax[j] - greatest));
        vMin[j] = Math.max(vMin[j], least);
        vMax[j] = Math.min(vMax[j], greatest);
      }
      backward(range);
      if (moved <= SETTLED) {
        return;
      }
    }
  }

  private static double down(double value) {
    return value - ROUNDING * Math.max(1e-3, Math.abs(value));
  }

  private static double up(double value) {
    return value + ROUNDING * Math.max(1e-3, Math.abs(value));
  }
}
