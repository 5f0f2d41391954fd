package io.evenflow.service.problem;

/** The JSON or the tables make no scenario: the sentence names object, field, value and bound. */
public final class InvalidScenario extends Problem {
  static final Kind KIND =
      new Kind(
          "invalid-scenario",
          422,
          "Scenario makes no sense",
          "The JSON or the tables make no scenario: the sentence names object, field, value and bound.");

  public InvalidScenario(String sentence, String maybe) {
    super(KIND, sentence, maybe);
  }
}
