package io.evenflow.service.queue;

import io.evenflow.method.MaxMin;
import io.evenflow.method.Method;
import io.evenflow.method.Methods;
import io.evenflow.method.Settings;
import io.evenflow.run.Fair;
import java.util.Objects;

/**
 * What is asked of a run.
 *
 * @param method a name of {@link io.evenflow.method.Methods}
 * @param gap above 0, as {@link Settings#gap()}
 * @param timeLimitSeconds above 0. Unit: s
 * @param fair what counts where energy is short
 */
public record Asked(String method, double gap, double timeLimitSeconds, Fair fair) {
  /** Least cost where energy is short. */
  public Asked(String method, double gap, double timeLimitSeconds) {
    this(method, gap, timeLimitSeconds, Fair.NONE);
  }

  /** What solves it. */
  public Method solver() {
    return fair == Fair.MAX_MIN
        ? new MaxMin()
        : Objects.requireNonNull(Methods.named(method), "no method " + method);
  }

  /** As the method takes it. */
  public Settings settings() {
    return Settings.defaults().withGap(gap).withTimeLimitSeconds(timeLimitSeconds);
  }
}
