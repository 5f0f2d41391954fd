package io.evenflow.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects sentences about what does not hold. */
final class Violations {
  private static final int FEWEST_DIGITS = 7;
  private static final int MOST_DIGITS = 17;

  /** Below this any quantity here is rounding. */
  private static final double NOTHING = 1e-9;

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
    return requireWithin(() -> what, value, min, max, unit, tolerance);
  }

  /** The same where the words are only made if they are needed: for what is looked at often. */
  double requireWithin(
      Supplier<String> what, double value, double min, double max, String unit, double tolerance) {
    if (!(value >= min - tolerance)) {
      add(what.get() + " " + text(value) + unit + " is below its minimum " + text(min) + unit);
    } else if (!(value <= max + tolerance)) {
      add(what.get() + " " + text(value) + unit + " is above its maximum " + text(max) + unit);
    }
    return Math.max(0, Math.max(min - value, value - max));
  }

  /**
   * Says so where a claim is not what follows.
   *
   * @param what object, time and field
   * @param claimed what is claimed, null where nothing is
   * @param how where the truth comes from, such as {@code "its powers cost"}
   */
  void requireClaim(
      String what,
      @Nullable Double claimed,
      String how,
      double truth,
      String unit,
      double tolerance) {
    if (claimed != null && !(Math.abs(claimed - truth) <= tolerance)) {
      int digits = FEWEST_DIGITS;
      while (digits < MOST_DIGITS && text(claimed, digits).equals(text(truth, digits))) {
        digits++;
      }
      add(
          "%s: claims %s%s, %s %s%s"
              .formatted(what, text(claimed, digits), unit, how, text(truth, digits), unit));
    }
  }

  boolean isEmpty() {
    return sentences.isEmpty();
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  /** A number as people write it: at most seven digits, no trailing zeros. */
  static String text(double number) {
    return text(number, FEWEST_DIGITS);
  }

  private static String text(double number, int digits) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    if (Math.abs(number) < NOTHING) {
      return "0";
    }
    BigDecimal rounded =
        BigDecimal.valueOf(number).round(new MathContext(digits)).stripTrailingZeros();
    return rounded.toPlainString();
  }
}
