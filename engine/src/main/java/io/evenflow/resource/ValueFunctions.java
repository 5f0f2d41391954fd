package io.evenflow.resource;

import java.util.Arrays;

/**
 * Room for the value functions of one storage at a time, one for each state of its charging before
 * each step. It grows to the longest that it has seen and is then reused; all storages that a
 * thread solves share one.
 */
final class ValueFunctions {
  private int states = 1;
  private PiecewiseLinear[] values = new PiecewiseLinear[0];
  private PiecewiseLinear spare = new PiecewiseLinear();

  /** Room for a value function of which only a part counts. */
  final PiecewiseLinear part = new PiecewiseLinear();

  /** What it costs at least to come to an energy. */
  final HullCosts until = new HullCosts();

  /** What it costs at least from an energy on. */
  final HullCosts rest = new HullCosts();

  final WindowMinimum charge = new WindowMinimum();
  final WindowMinimum discharge = new WindowMinimum();

  /** The value function before the k-th step, of one that has a single state. */
  PiecewiseLinear before(int k) {
    return values[k * states];
  }

  PiecewiseLinear before(int k, int state) {
    return values[k * states + state];
  }

  /** The most that merging can have lifted a function before the k-th step. */
  double raised(int k) {
    double most = 0;
    for (int state = 0; state < states; state++) {
      most = Math.max(most, before(k, state).raised);
    }
    return most;
  }

  void ensure(int steps, int statesOfEach) {
    states = statesOfEach;
    int old = values.length;
    int needed = (steps + 1) * states;
    if (old < needed) {
      values = Arrays.copyOf(values, needed);
      for (int i = old; i < needed; i++) {
        values[i] = new PiecewiseLinear();
      }
    }
  }

  /** Lowers the value function before the k-th step to a move's. */
  void lower(int k, int state, WindowMinimum move) {
    PiecewiseLinear old = before(k, state);
    PiecewiseLinear lowered = move.lower(old, spare);
    if (lowered == spare) {
      replace(k, state);
    }
  }

  /** What is to become the next value function, to be followed by {@link #replace}. */
  PiecewiseLinear spare() {
    return spare;
  }

  void replace(int k, int state) {
    PiecewiseLinear old = before(k, state);
    values[k * states + state] = spare;
    spare = old;
  }
}
