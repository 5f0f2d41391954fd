package io.evenflow.service.queue;

import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param stage words a person understands, null before it has begun
 * @param objective cost of the best schedule, null where there is none. Unit: currency
 * @param bound proven lower bound, null where there is none. Unit: currency
 */
public record RunProgress(
    @Nullable String stage, @Nullable Double objective, @Nullable Double bound) {
  /** Nothing is known yet. */
  public static final RunProgress NONE = new RunProgress(null, null, null);

  /** (objective − bound) / max(1, |objective|), null where either is missing. */
  public @Nullable Double gap() {
    return objective == null || bound == null
        ? null
        : (objective - bound) / Math.max(1, Math.abs(objective));
  }
}
