package io.evenflow.service.work;

import io.evenflow.service.queue.Outcome;

/** Hears of every run that ended, as metrics do. */
public interface RunWatch {
  /**
   * A run ended.
   *
   * @param seconds that it took. Unit: s
   */
  void ended(Outcome outcome, double seconds);
}
