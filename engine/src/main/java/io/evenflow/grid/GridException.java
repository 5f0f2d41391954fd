package io.evenflow.grid;

/**
 * Says why a grid cannot be used: one sentence that names the object, its value and the bound, then
 * a line that begins "Maybe" and says what to try.
 */
public final class GridException extends RuntimeException {
  private final String sentence;
  private final String maybe;

  /**
   * @param sentence what is wrong, without a full stop
   * @param maybe what to try, starting with the word "Maybe"
   */
  public GridException(String sentence, String maybe) {
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
