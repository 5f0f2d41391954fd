package io.evenflow.network;

import java.util.Arrays;

/**
 * Multipliers of one period's branch flow, any numbers, by bus or by the branch that feeds it; per
 * unit and hour, so that λ₀ is the marginal cost of generation in currency per (p.u.·hour).
 */
final class Multipliers {
  /** λ of the active balances (1), the price of active power. */
  final double[] active;

  /** μ of the reactive balances (2). */
  final double[] reactive;

  /** ν of the voltage drops (3). */
  final double[] drop;

  /** Kᵢ, of the limits of v: 0 between them, positive at the least, negative at the greatest. */
  final double[] voltage;

  /** Of the ratings at the parent's end and at the child's: of P and Q there; 0 without rating. */
  final double[] parentP;

  final double[] parentQ;
  final double[] childP;
  final double[] childQ;

  /** Which of {@link CurrentRows} prices l where more of it is worth something. */
  final int[] row;

  Multipliers(int buses) {
    row = new int[buses];
    active = new double[buses];
    reactive = new double[buses];
    drop = new double[buses];
    voltage = new double[buses];
    parentP = new double[buses];
    parentQ = new double[buses];
    childP = new double[buses];
    childQ = new double[buses];
  }

  /** Sets all to 0. */
  void clear() {
    for (double[] some :
        new double[][] {active, reactive, drop, voltage, parentP, parentQ, childP, childQ}) {
      Arrays.fill(some, 0);
    }
  }

  void set(Multipliers other) {
    int n = active.length;
    System.arraycopy(other.active, 0, active, 0, n);
    System.arraycopy(other.reactive, 0, reactive, 0, n);
    System.arraycopy(other.drop, 0, drop, 0, n);
    System.arraycopy(other.voltage, 0, voltage, 0, n);
    System.arraycopy(other.parentP, 0, parentP, 0, n);
    System.arraycopy(other.parentQ, 0, parentQ, 0, n);
    System.arraycopy(other.childP, 0, childP, 0, n);
    System.arraycopy(other.childQ, 0, childQ, 0, n);
    System.arraycopy(other.row, 0, row, 0, n);
  }
}
