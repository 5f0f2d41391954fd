package io.evenflow.check;

/** How an AC power flow ended. */
public enum PowerFlowStatus {
  /** Voltages stand still: the result is the feeder's state. */
  CONVERGED,
  /** A voltage collapsed or grew without bound; most likely the load has no solution. */
  DIVERGED,
  /**
   * Voltages still moved after the last sweep allowed; the load is about the most the feeder
   * carries, or more.
   */
  ITERATION_LIMIT
}
