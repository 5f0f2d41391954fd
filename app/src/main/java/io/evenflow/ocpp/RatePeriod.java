package io.evenflow.ocpp;

import io.evenflow.time.Horizon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a schedule at one rate.
 *
 * @param startSeconds from the start of the schedule. Unit: s
 * @param steps rate in steps of the profile's unit; negative where it feeds in
 */
record RatePeriod(int startSeconds, long steps) {
  /**
   * The schedule of a stay, equal neighbours merged.
   *
   * @param seconds after which it ends; what comes later is left out
   */
  static List<RatePeriod> of(PlannedStay stay, long[] steps, Horizon horizon, int seconds) {
    List<RatePeriod> periods = new ArrayList<>();
    for (int k = 0; k < steps.length; k++) {
      int start = secondsUntil(stay, stay.arrival() + k, horizon);
      boolean isNew = periods.isEmpty() || periods.getLast().steps() != steps[k];
      if (start < seconds && isNew) {
        periods.add(new RatePeriod(start, steps[k]));
      }
    }
    return periods;
  }

  /** From a stay's arrival to the start of a period. Unit: s */
  static int secondsUntil(PlannedStay stay, int period, Horizon horizon) {
    return (int)
        Duration.between(horizon.startOf(stay.arrival()), horizon.startOf(period)).toSeconds();
  }
}
