package io.evenflow.service.problem;

/** The run is queued or running, so that its result, schedule or report is not there yet. */
public final class NotReady extends Problem {
  static final Kind KIND =
      new Kind(
          "not-ready",
          409,
          "Run has no such document yet",
          "The run is queued or running, so that its result, schedule or report is not there yet.");

  public NotReady(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
