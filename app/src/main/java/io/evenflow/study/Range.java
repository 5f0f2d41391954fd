package io.evenflow.study;

/**
 * Numbers from {@code min} to {@code max}, both included.
 *
 * @param min least number
 * @param max greatest number; at least min
 */
public record Range(double min, double max) {
  public Range {
    if (!(min <= max) || Double.isInfinite(min) || Double.isInfinite(max)) {
      throw new IllegalArgumentException("range " + min + "-" + max + " must go upwards");
    }
  }

  /**
   * Reads {@code 6-10} or a single number.
   *
   * @throws IllegalArgumentException where the text is neither
   */
  public static Range parse(String text) {
    String[] ends = text.split("-", 2);
    try {
      double min = Double.parseDouble(ends[0]);
      return new Range(min, ends.length == 1 ? min : Double.parseDouble(ends[1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not a range such as 6-10", e);
    }
  }
}
