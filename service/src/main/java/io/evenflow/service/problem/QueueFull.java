package io.evenflow.service.problem;

/** As many runs wait already as may; Retry-After says when to try again. */
public final class QueueFull extends Problem {
  static final Kind KIND =
      new Kind(
          "queue-full",
          429,
          "Queue is full",
          "As many runs wait already as may; Retry-After says when to try again.");

  /**
   * @param retryAfterSeconds when to try again. Unit: s
   */
  public QueueFull(String sentence, String maybe, int retryAfterSeconds) {
    super(KIND, sentence, maybe, retryAfterSeconds);
  }
}
