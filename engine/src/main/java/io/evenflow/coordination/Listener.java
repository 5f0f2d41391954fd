package io.evenflow.coordination;

import org.jspecify.annotations.Nullable;

/** Hears of each step of a coordination. */
public interface Listener {
  /**
   * @param stage a word or two
   * @param round counted from 1 within the stage
   * @param objective of the best plan that keeps all limits, null before there is one
   * @param bound proven so far
   * @param resources how many are torn between profiles or searched together
   */
  void step(String stage, int round, @Nullable Double objective, double bound, int resources);
}
