package io.evenflow.city.plan;

import io.evenflow.method.Settings;
import java.io.Serializable;

/**
 * What is asked of every feeder's solution.
 *
 * @param gap part of the vehicles' cost within which it counts as optimal
 * @param feederSeconds wall time of one feeder, +∞ for none. Unit: s
 */
public record Ask(double gap, double feederSeconds) implements Serializable {
  /** The same as settings of a method. */
  Settings settings() {
    return Settings.defaults()
        .withGap(gap)
        .withTimeLimitSeconds(feederSeconds)
        .withBestEffort(false);
  }
}
