package io.evenflow.ocpp;

/** Says what OCPP cannot express or a message does not say, and a line that begins "Maybe". */
public final class OcppException extends RuntimeException {
  private final String sentence;
  private final String maybe;

  /**
   * @param sentence what is wrong
   * @param maybe what to try, starting with the word "Maybe"
   */
  public OcppException(String sentence, String maybe) {
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
