package io.evenflow.study;

import io.evenflow.method.Engines;
import io.evenflow.method.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A method with its settings, to be run on the first samples of every case.
 *
 * @param method name of the method
 * @param samples how many samples, at most the study's
 * @param radius r of (24)
 * @param gap part of the vehicles' cost within which a schedule counts as optimal
 * @param timeLimitSeconds wall time of a run. Unit: s
 * @param engine by its name, null for the method's own
 */
public record RunPlan(
    String method,
    int samples,
    int radius,
    double gap,
    double timeLimitSeconds,
    @Nullable String engine) {
  public RunPlan {
    settings(radius, gap, timeLimitSeconds, engine);
    if (samples < 1) {
      throw new IllegalArgumentException("samples (" + samples + ") must be at least 1");
    }
    if (!Engines.serves(engine, method)) {
      throw new IllegalArgumentException(
          "engine '" + engine + "' does not serve method '" + method + "'");
    }
  }

  Settings settings() {
    return settings(radius, gap, timeLimitSeconds, engine);
  }

  private static Settings settings(
      int radius, double gap, double timeLimitSeconds, @Nullable String engine) {
    return Settings.defaults()
        .withRadius(radius)
        .withGap(gap)
        .withTimeLimitSeconds(timeLimitSeconds)
        .withEngine(engine);
  }
}
