package io.evenflow.run;

import io.evenflow.method.Method;
import io.evenflow.method.Settings;
import io.evenflow.method.Watcher;
import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** What a schedule is worth shows beside what vehicles would do alone. */
public final class Comparison {
  /** Name of the method that charges on arrival. */
  public static final String UNCONTROLLED = "uncontrolled";

  /** What the comparison may take where the time limit has come. Unit: s */
  private static final double LEAST_SECONDS = 0.5;

  private Comparison() {}

  /**
   * The result of charging on arrival, null where there is nothing to compare.
   *
   * @param alone the method of that name, null where there is none
   */
  public static @Nullable Result uncontrolled(
      @Nullable Method alone, Scenario scenario, Result result, Settings settings) {
    if (alone == null || result.dispatch() == null || result.method().equals(UNCONTROLLED)) {
      return null;
    }
    double spent = result.seconds().getOrDefault("total", 0.0);
    double left = Math.max(LEAST_SECONDS, settings.timeLimitSeconds() - spent);
    return alone.coordinate(scenario, settings.withTimeLimitSeconds(left), Watcher.NONE);
  }
}
