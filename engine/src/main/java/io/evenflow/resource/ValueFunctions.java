package io.evenflow.resource;

import java.util.Arrays;

/**
 * Room for the value functions of one session at a time. It grows to the longest stay it has seen
 * and is then reused; all sessions that a thread solves share one.
 */
final class ValueFunctions {
  private PiecewiseLinear[] values = new PiecewiseLinear[0];
  private PiecewiseLinear spare = new PiecewiseLinear();
  final WindowMinimum charge = new WindowMinimum();
  final WindowMinimum discharge = new WindowMinimum();

  /** The value function before the k-th period of a stay. */
  PiecewiseLinear before(int k) {
    return values[k];
  }

  void ensurePeriods(int periods) {
    int old = values.length;
    if (old <= periods) {
      values = Arrays.copyOf(values, periods + 1);
      for (int k = old; k <= periods; k++) {
        values[k] = new PiecewiseLinear();
      }
    }
  }

  /** Lowers the value function before the k-th period to a move's. */
  void lower(int k, WindowMinimum move) {
    PiecewiseLinear old = values[k];
    PiecewiseLinear lowered = move.lower(old, spare);
    if (lowered == spare) {
      spare = old;
      values[k] = lowered;
    }
  }
}
