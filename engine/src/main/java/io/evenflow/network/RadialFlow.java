package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The power flow of one period when all {@link GridInputs} are given, by backward/forward sweeps:
 * (1)–(3), and for each branch either (4), P² + Q² = ṽ·l, or one of its {@link CurrentRows} in
 * place of it. With (4) everywhere it is the AC power flow, the solution of high voltages.
 *
 * <p>Per unit; arrays by bus or by the branch that feeds it. Allocation-free; starts from the last
 * flow that was found. Not safe for threads.
 */
final class RadialFlow {
  /** The branch keeps (4). */
  static final int EQUALITY = -1;

  private static final int MOST_SWEEPS = 60;
  private static final double TOLERANCE = 1e-13;

  private final GridInputs inputs;
  private final PerUnit grid;
  private final int n;
  private final int[] parent;
  private final double[] fixedLoad;
  private final double[] fixedReactive;
  private final double[] load;
  private final double[] reactiveLoad;
  private final double[] sumP;
  private final double[] sumQ;

  /** P and Q into the series impedance at the parent's end, l, and v of the bus. */
  final double[] p;

  final double[] q;
  final double[] l;
  final double[] v;

  /** ∂l/∂P, ∂l/∂Q and ∂l/∂ṽ at the parent's end, of what gives l. */
  final double[] currentPerActive;

  final double[] currentPerReactive;
  final double[] currentPerVoltage;

  /** Which of {@link CurrentRows} gives l, {@link #EQUALITY} where none does. */
  private final int[] row;

  private @Nullable CurrentRows rows;

  RadialFlow(Scenario scenario, PerUnit grid, GridInputs inputs, int period) {
    this.inputs = inputs;
    this.grid = grid;
    n = scenario.feeder().busCount();
    parent = new int[n];
    fixedLoad = new double[n];
    fixedReactive = new double[n];
    reactiveLoad = new double[n];
    load = new double[n];
    sumP = new double[n];
    sumQ = new double[n];
    p = new double[n];
    q = new double[n];
    l = new double[n];
    v = new double[n];
    currentPerActive = new double[n];
    currentPerReactive = new double[n];
    currentPerVoltage = new double[n];
    row = new int[n];
    for (int j = 0; j < n; j++) {
      parent[j] = scenario.feeder().parent(j);
      fixedLoad[j] =
          grid.powerOfMw(scenario.fixedActiveMw(j, period)) + grid.powerOfKw(inputs.fixedKw(j));
      fixedReactive[j] =
          grid.powerOfMw(scenario.fixedReactiveMvar(j, period))
              + grid.powerOfKw(inputs.fixedKvar(j));
      v[j] = grid.voltageSquaredMin[0];
    }
  }

  /** The AC power flow at some inputs; false where sweeps find none. */
  boolean solve(double[] amounts) {
    System.arraycopy(fixedLoad, 0, load, 0, n);
    System.arraycopy(fixedReactive, 0, reactiveLoad, 0, n);
    for (int i = 0; i < amounts.length; i++) {
      int bus = inputs.get(i).bus();
      switch (inputs.get(i).quantity()) {
        case ACTIVE_POWER -> load[bus] += grid.powerOfKw(amounts[i]);
        case REACTIVE_POWER -> reactiveLoad[bus] += grid.powerOfKw(amounts[i]);
        case VOLTAGE_SQUARED -> v[0] = amounts[i] / GridInputs.VOLTAGE_PARTS;
      }
    }
    Arrays.fill(row, EQUALITY);
    rows = null;
    return sweep();
  }

  /**
   * The flow at the last inputs in which some branches have a row in place of (4); false where
   * sweeps find none.
   */
  boolean solve(CurrentRows currentRows, boolean[] byRow) {
    rows = currentRows;
    for (int j = 1; j < n; j++) {
      row[j] = byRow[j] ? Math.max(0, row[j]) : EQUALITY;
    }
    return sweep();
  }

  /** Where the last flow is no place to begin from it begins without currents. */
  private boolean sweep() {
    if (converges()) {
      return true;
    }
    rest();
    if (converges()) {
      return true;
    }
    rest();
    return false;
  }

  private void rest() {
    Arrays.fill(l, 0);
    Arrays.fill(v, 1, n, v[0]);
  }

  private boolean converges() {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      backward();
      if (forward() < TOLERANCE) {
        backward();
        linearise();
        return true;
      }
    }
    return false;
  }

  private void linearise() {
    CurrentRows given = rows;
    for (int j = 1; j < n; j++) {
      if (given == null || row[j] == EQUALITY) {
        double perSquare = 1 / (grid.parentTap[j] * v[parent[j]]);
        currentPerActive[j] = 2 * p[j] * perSquare;
        currentPerReactive[j] = 2 * q[j] * perSquare;
        currentPerVoltage[j] = -l[j] * perSquare;
      } else {
        currentPerActive[j] = given.active(j, row[j]);
        currentPerReactive[j] = given.reactive(j, row[j]);
        currentPerVoltage[j] = given.voltage(j, row[j]);
      }
    }
  }

  /** (1), (2) and what gives l, from the leaves to the substation. */
  private void backward() {
    for (int j = 0; j < n; j++) {
      sumP[j] = load[j] + grid.shuntConductance[j] * v[j];
      sumQ[j] = reactiveLoad[j] - grid.susceptance[j] * v[j];
    }
    for (int j = n - 1; j > 0; j--) {
      int i = parent[j];
      if (row[j] == EQUALITY) {
        p[j] = sumP[j] + grid.resistance[j] * l[j];
        q[j] = sumQ[j] + grid.reactance[j] * l[j];
        l[j] = (p[j] * p[j] + q[j] * q[j]) / (grid.parentTap[j] * v[i]);
      } else {
        l[j] = currentByRow(j);
      }
      p[j] = sumP[j] + grid.resistance[j] * l[j];
      q[j] = sumQ[j] + grid.reactance[j] * l[j];
      sumP[i] += p[j];
      sumQ[i] += q[j];
    }
  }

  /** l of the lower of a branch's rows at the powers of its child's end. */
  private double currentByRow(int j) {
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < CurrentRows.PER_BRANCH; i++) {
      double current = current(j, i);
      if (current < lowest) {
        lowest = current;
        row[j] = i;
      }
    }
    return lowest;
  }

  private double current(int j, int i) {
    CurrentRows given = rows;
    if (given == null) {
      return Double.NaN;
    }
    double constant =
        given.constant(j, i)
            + given.voltage(j, i) * grid.parentTap[j] * v[parent[j]]
            + given.active(j, i) * sumP[j]
            + given.reactive(j, i) * sumQ[j];
    double implicit =
        1 - given.active(j, i) * grid.resistance[j] - given.reactive(j, i) * grid.reactance[j];
    return implicit > 0 ? constant / implicit : Double.POSITIVE_INFINITY;
  }

  /** (3), from the substation to the leaves; returns how far v moved. */
  private double forward() {
    double moved = 0;
    for (int j = 1; j < n; j++) {
      double r = grid.resistance[j];
      double x = grid.reactance[j];
      double atParent = grid.parentTap[j] * v[parent[j]];
      double behind = atParent - 2 * (r * p[j] + x * q[j]) + (r * r + x * x) * l[j];
      double next = behind / grid.childTap[j];
      if (!(next > 0.01)) {
        return Double.POSITIVE_INFINITY;
      }
      moved = Math.max(moved, Math.abs(next - v[j]));
      double current = row[j] == EQUALITY ? currentByEquality(j) : current(j, row[j]);
      moved = Math.max(moved, Math.abs(current - l[j]) * Math.max(r, Math.abs(x)));
      v[j] = next;
    }
    return moved;
  }

  /** Which row gives l, or would first. */
  int row(int j) {
    return Math.max(0, row[j]);
  }

  /** l by (4) at a branch's P, Q and ṽ. */
  double currentByEquality(int j) {
    return (p[j] * p[j] + q[j] * q[j]) / (grid.parentTap[j] * v[parent[j]]);
  }

  /** Active power the substation gives. */
  double generation() {
    return sumP[0];
  }

  /** Reactive power the substation gives. */
  double reactiveGeneration() {
    return sumQ[0];
  }

  /** Q at a branch's parent's end, charging current included. */
  double reactiveAtParent(int j) {
    return q[j] - grid.charging[j] / 2 * grid.parentTap[j] * v[parent[j]];
  }

  double activeAtChild(int j) {
    return p[j] - grid.resistance[j] * l[j];
  }

  /** Q at a branch's child's end, charging current included. */
  double reactiveAtChild(int j) {
    return q[j] - grid.reactance[j] * l[j] + grid.charging[j] / 2 * grid.childTap[j] * v[j];
  }
}
