package io.evenflow.scenario;

import java.util.Locale;

/** What a method's bound and status speak of. */
public enum SolvedProblem {
  /** Schedules on the AC grid itself: power flow equations hold with equality. */
  AC,
  /** Schedules of the second-order cone relaxation, of which those of the AC grid are a part. */
  RELAXATION;

  /** The word in result files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
