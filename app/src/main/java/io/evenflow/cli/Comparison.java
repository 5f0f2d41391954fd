package io.evenflow.cli;

import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What a schedule is worth shows beside what vehicles would do alone. */
record Comparison(MethodNames methods) {
  private static final String UNCONTROLLED = "uncontrolled";

  /** What the comparison may take where the time limit has come. Unit: s */
  private static final double LEAST_SECONDS = 0.5;

  /** The result of charging on arrival, null where there is nothing to compare. */
  @Nullable Result uncontrolled(Scenario scenario, Result result, Settings settings) {
    Method alone = methods.named(UNCONTROLLED);
    if (alone == null || result.dispatch() == null || result.method().equals(UNCONTROLLED)) {
      return null;
    }
    double spent = result.seconds().getOrDefault("total", 0.0);
    double left = Math.max(LEAST_SECONDS, settings.timeLimitSeconds() - spent);
    return alone.coordinate(scenario, settings.withTimeLimitSeconds(left), Watcher.NONE);
  }
}
