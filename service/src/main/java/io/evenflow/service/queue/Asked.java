package io.evenflow.service.queue;

import io.evenflow.method.Settings;

/**
 * What is asked of a run.
 *
 * @param method a name of {@link io.evenflow.method.Methods}
 * @param gap above 0, as {@link Settings#gap()}
 * @param timeLimitSeconds above 0. Unit: s
 */
public record Asked(String method, double gap, double timeLimitSeconds) {
  /** As the method takes it. */
  public Settings settings() {
    return Settings.defaults().withGap(gap).withTimeLimitSeconds(timeLimitSeconds);
  }
}
