package io.evenflow.benchmark;

import io.evenflow.method.Direct;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import org.jspecify.annotations.Nullable;

/**
 * What SCIP proves of a day on the AC grid itself (engine {@code scip-ac}).
 *
 * @param digest of the day it is of, see {@link DayDigest}
 * @param status how SCIP ended
 * @param objective cost of a schedule that passes the check: the optimum is not above; null without
 *     one
 * @param bound the optimum is not below; null where SCIP has none
 * @param withoutVehicles optimum without any vehicle, null where there is none or none is known
 * @param seconds what it took
 */
record AcTruth(
    String digest,
    Status status,
    @Nullable Double objective,
    @Nullable Double bound,
    @Nullable Double withoutVehicles,
    double seconds) {
  /** As near as SCIP's tolerance of 1e-7 lets bound and objective come, with some room. */
  private static final double GAP = 1e-6;

  /** Bound and objective this near, as a part of the objective, are the optimum. */
  private static final double TIGHT = 1e-5;

  static AcTruth of(Scenario day, double limitSeconds) {
    Settings settings =
        Settings.defaults()
            .withGap(GAP)
            .withEngine("scip-ac")
            .withTimeLimitSeconds(limitSeconds)
            .withBestEffort(false);
    Result result = new Direct().coordinate(day, settings, Watcher.NONE);
    return new AcTruth(
        DayDigest.of(day),
        result.status(),
        result.objective(),
        result.bound(),
        result.withoutVehicles(),
        result.seconds().getOrDefault("total", Double.NaN));
  }

  /** Whether SCIP knows the optimum, or that there is none. */
  boolean isKnown() {
    return status == Status.INFEASIBLE || most() - least() <= TIGHT * Math.max(1, Math.abs(most()));
  }

  /** No schedule costs less than this; −∞ where SCIP knows no bound, +∞ where there is none. */
  double least() {
    if (status == Status.INFEASIBLE) {
      return Double.POSITIVE_INFINITY;
    }
    return bound == null ? Double.NEGATIVE_INFINITY : bound;
  }

  /** The optimum costs no more than this; +∞ where no schedule is known. */
  double most() {
    return objective == null ? Double.POSITIVE_INFINITY : objective;
  }
}
