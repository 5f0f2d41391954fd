package io.evenflow.service.queue;

import io.evenflow.scenario.Status;
import io.evenflow.service.queue.Run.Why;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param status done or failed; a run whose end was asked for becomes cancelled
 * @param word status of the result
 * @param why why there is no schedule, null where there is one
 * @param result text of result.json
 * @param schedule text of schedule.csv, null where there is no schedule
 * @param uncontrolled result.json of charging on arrival, null where there is none to compare with
 */
public record Outcome(
    RunStatus status,
    String word,
    RunProgress progress,
    @Nullable Why why,
    String result,
    @Nullable String schedule,
    @Nullable String uncontrolled) {
  private static final String OUT_OF_TIME = Status.TIME_LIMIT.word();
  private static final Why TOO_EARLY =
      new Why(
          "the run was cancelled before a schedule was found",
          "Maybe let it run longer, or choose another method.");

  /** The same of a run that somebody cancelled: it was not the limit that ended it. */
  public Outcome cancelled() {
    return schedule != null || !word.equals(OUT_OF_TIME)
        ? this
        : new Outcome(status, word, progress, TOO_EARLY, result, null, uncontrolled);
  }
}
