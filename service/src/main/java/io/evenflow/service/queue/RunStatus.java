package io.evenflow.service.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a run is. */
public enum RunStatus {
  /** Accepted, on disk, waiting. */
  QUEUED,
  /** Being solved under a lease. */
  RUNNING,
  /** Ended by itself; its result says what is known, also that no schedule exists. */
  DONE,
  /** Ended by an error, or given up after its process ended too often. */
  FAILED,
  /** Ended by whoever asked; its result is the best until then, where there is one. */
  CANCELLED;

  /** The word in the database and in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will happen to it. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }

  /** The status of a word. */
  public static Optional<RunStatus> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }
}
