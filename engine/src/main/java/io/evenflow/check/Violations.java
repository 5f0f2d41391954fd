package io.evenflow.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Collects sentences about what does not hold. */
final class Violations {
  private static final MathContext DIGITS = new MathContext(7);

  private final List<String> sentences = new ArrayList<>();

  void add(String sentence) {
    sentences.add(sentence);
  }

  /**
   * Says so where a value is not within its limits; a value that is no number is not.
   *
   * @param what object, time and quantity, such as {@code "bus 5, 2024-…: voltage"}
   * @return distance outside the limits, 0 where it is within. Unit: that of the value
   */
  double requireWithin(
      String what, double value, double min, double max, String unit, double tolerance) {
    if (!(value >= min - tolerance)) {
      add(what + " " + text(value) + unit + " is below its minimum " + text(min) + unit);
    } else if (!(value <= max + tolerance)) {
      add(what + " " + text(value) + unit + " is above its maximum " + text(max) + unit);
    }
    return Math.max(0, Math.max(min - value, value - max));
  }

  boolean isEmpty() {
    return sentences.isEmpty();
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  /** A number as people write it: at most seven digits, no trailing zeros. */
  static String text(double number) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    BigDecimal rounded = BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
