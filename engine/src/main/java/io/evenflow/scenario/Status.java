package io.evenflow.scenario;

import java.util.Locale;

/** What is known of a schedule. Never merged, never a boolean. */
public enum Status {
  /** Bound and objective agree within the asked gap, proven by this run. */
  OPTIMAL,
  /** A schedule, without that proof. */
  FEASIBLE,
  /** Proven: no schedule keeps all limits. */
  INFEASIBLE,
  /** The time limit, or an interrupt, came before a schedule. */
  TIME_LIMIT,
  /** No schedule and no proof, for numerical reasons. */
  FAILED;

  /** The word in result files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean hasSchedule() {
    return this == OPTIMAL || this == FEASIBLE;
  }
}
