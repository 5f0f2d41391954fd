package io.evenflow.service.problem;

/** The asked version of OCPP cannot say what the run's schedule does. */
public final class CannotBeSaid extends Problem {
  static final Kind KIND =
      new Kind(
          "cannot-be-said",
          409,
          "OCPP cannot say this schedule",
          "The asked version of OCPP cannot say what the run's schedule does.");

  public CannotBeSaid(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
