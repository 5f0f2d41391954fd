package io.evenflow.network;

import io.evenflow.formulation.PerUnit;
import io.evenflow.scenario.Scenario;

/**
 * Rows l ≤ α·P + β·Q + γ + δ·ṽ that every power flow within {@link FlowBounds} satisfies, whatever
 * the direction of its flows: what keeps a relaxation from burning power in currents that do not
 * exist.
 *
 * <pre>
 * P² + Q² ≤ C = (P̲ + P̄)·P − P̲·P̄ + (Q̲ + Q̄)·Q − Q̲·Q̄      a parabola below its chord
 * 1/ṽ     ≤ W = (ṽ̲ + ṽ̄ − ṽ)/(ṽ̲·ṽ̄)                          likewise
 * C·W     ≤ C̄·W + W̲·C − C̄·W̲   and   ≤ C̲·W + W̄·C − C̲·W̄     McCormick (doi:10.1007/BF01580665)
 * </pre>
 *
 * Both are exact where an interval has no width, and their errors fall with the square of widths.
 */
final class CurrentRows {
  static final int PER_BRANCH = 2;

  private final PerUnit grid;
  private final int[] parent;
  private final double[] active;
  private final double[] reactive;
  private final double[] constant;
  private final double[] voltage;
  private final FlowBounds bounds;

  /**
   * @param bounds what the rows are made of by {@link #set}
   */
  CurrentRows(Scenario scenario, PerUnit grid, FlowBounds bounds) {
    this.grid = grid;
    this.bounds = bounds;
    int n = scenario.feeder().busCount();
    parent = new int[n];
    for (int j = 0; j < n; j++) {
      parent[j] = scenario.feeder().parent(j);
    }
    active = new double[PER_BRANCH * n];
    reactive = new double[PER_BRANCH * n];
    constant = new double[PER_BRANCH * n];
    voltage = new double[PER_BRANCH * n];
  }

  /** Makes the rows of the bounds as they stand. */
  void set() {
    for (int j = 1; j < parent.length; j++) {
      double tap = grid.parentTap[j];
      double most = 1 / (tap * bounds.vMin[parent[j]]);
      double least = 1 / (tap * bounds.vMax[parent[j]]);
      double p0 = bounds.pMin[j];
      double p1 = bounds.pMax[j];
      double q0 = bounds.qMin[j];
      double q1 = bounds.qMax[j];
      double corners = p0 * p1 + q0 * q1;
      double greatest = Math.max(p0 * p0, p1 * p1) + Math.max(q0 * q0, q1 * q1);
      double smallest = Math.min(p0 * p0, p1 * p1) + Math.min(q0 * q0, q1 * q1);
      int i = PER_BRANCH * j;
      active[i] = least * (p0 + p1);
      reactive[i] = least * (q0 + q1);
      constant[i] = greatest * most - least * corners;
      voltage[i] = -greatest * least * most;
      active[i + 1] = most * (p0 + p1);
      reactive[i + 1] = most * (q0 + q1);
      constant[i + 1] = smallest * least - most * corners;
      voltage[i + 1] = -smallest * least * most;
    }
  }

  FlowBounds bounds() {
    return bounds;
  }

  /** α of a branch's row, 0 or 1. */
  double active(int j, int row) {
    return active[PER_BRANCH * j + row];
  }

  /** β. */
  double reactive(int j, int row) {
    return reactive[PER_BRANCH * j + row];
  }

  /** γ. */
  double constant(int j, int row) {
    return constant[PER_BRANCH * j + row];
  }

  /** δ, of ṽ at the parent's end behind the tap. */
  double voltage(int j, int row) {
    return voltage[PER_BRANCH * j + row];
  }
}
