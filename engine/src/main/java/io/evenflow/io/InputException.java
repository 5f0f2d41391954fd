package io.evenflow.io;

/**
 * Says what is wrong with something that was read: one sentence that names file, line or object,
 * field, value and bound, then a line that begins "Maybe" and says what to try.
 */
public final class InputException extends RuntimeException {
  private final String sentence;
  private final String maybe;

  /**
   * @param sentence what is wrong
   * @param maybe what to try, starting with the word "Maybe"
   */
  public InputException(String sentence, String maybe) {
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
