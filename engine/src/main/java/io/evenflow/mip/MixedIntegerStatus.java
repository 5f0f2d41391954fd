package io.evenflow.mip;

/** How a mixed-integer solve ended. Never merged, never a boolean. */
public enum MixedIntegerStatus {
  /** Objective and bound agree within the asked gap. */
  OPTIMAL,
  /** A feasible point, but a limit or an interrupt came before the gap was closed. */
  FEASIBLE,
  /** Proven to have no feasible point. */
  INFEASIBLE,
  /** Proven to have no finite optimum. */
  UNBOUNDED,
  /** The time limit came before a feasible point. */
  TIME_LIMIT,
  /** Interrupted before a feasible point. */
  INTERRUPTED,
  /** The engine gave up or contradicts itself; nothing is claimed. */
  FAILED;

  public boolean hasPoint() {
    return this == OPTIMAL || this == FEASIBLE;
  }
}
