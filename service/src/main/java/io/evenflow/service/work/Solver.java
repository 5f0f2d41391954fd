package io.evenflow.service.work;

import io.evenflow.method.Watcher;
import io.evenflow.service.queue.Asked;
import io.evenflow.service.queue.Outcome;

/** Solves what a run holds. */
public interface Solver {
  /** What came out; ends early, with the best so far, where the watcher asks for it. */
  Outcome solve(String text, Asked asked, Watcher watcher);

  /** What is kept of a run that an error ended. */
  Outcome broken(String text, Asked asked, Throwable problem);
}
