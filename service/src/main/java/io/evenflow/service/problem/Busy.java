package io.evenflow.service.problem;

/** Too much is being sent or watched at once; Retry-After says when to try again. */
public final class Busy extends Problem {
  static final Kind KIND =
      new Kind(
          "busy",
          503,
          "Service is busy",
          "Too much is being sent or watched at once; Retry-After says when to try again.");

  /**
   * @param retryAfterSeconds when to try again. Unit: s
   */
  public Busy(String sentence, String maybe, int retryAfterSeconds) {
    super(KIND, sentence, maybe, retryAfterSeconds);
  }
}
