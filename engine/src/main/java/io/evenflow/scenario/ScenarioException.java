package io.evenflow.scenario;

/**
 * Says why a scenario contradicts itself: one sentence that names object, field, value and bound,
 * then a line that begins "Maybe".
 */
public final class ScenarioException extends RuntimeException {
  private final String sentence;
  private final String maybe;

  /**
   * @param sentence what is wrong, without a full stop
   * @param maybe what to try, starting with the word "Maybe"
   */
  public ScenarioException(String sentence, String maybe) {
    super(sentence + "\n" + maybe);
    this.sentence = sentence;
    this.maybe = maybe;
  }

  /** What is wrong. */
  public String sentence() {
    return sentence;
  }

  /** What to try; starts with "Maybe". */
  public String maybe() {
    return maybe;
  }
}
