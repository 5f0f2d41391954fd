package io.evenflow.method;

import io.evenflow.scenario.Result;
import io.evenflow.scenario.Scenario;

/** A way to coordinate a fleet. All methods pass one contract test. */
public interface Method {
  /** Name as the command line and result files have it, such as {@code two-stage}. */
  String name();

  /**
   * Finds a schedule and says what is known of it; every schedule has passed through the
   * independent check.
   *
   * <p>Ends early at the time limit or when {@link Watcher#stopRequested()}, then with the best
   * schedule so far where there is one.
   */
  Result coordinate(Scenario scenario, Settings settings, Watcher watcher);
}
