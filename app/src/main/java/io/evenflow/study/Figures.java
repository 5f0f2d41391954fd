package io.evenflow.study;

import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as tables show them. */
final class Figures {
  private static final String NONE = "–";

  private Figures() {}

  static String money(OptionalDouble value) {
    return value.isEmpty() ? NONE : String.format(Locale.ROOT, "%,.2f", value.getAsDouble());
  }

  static String seconds(double value) {
    String format = value < 0.1 ? "%.3f" : "%.2f";
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, format, value);
  }

  static String percent(OptionalDouble share, int decimals) {
    return share.isEmpty() ? NONE : percent(share.getAsDouble(), decimals);
  }

  /** Two decimals, rounded down: "at least" must not be rounded to something untrue. */
  static String percentAtLeast(double share) {
    // a share of 0.29 is 2899.9999999999995 hundredths of a per cent
    return percent(Math.floor(1e4 * share + 1e-9) / 1e4, 2);
  }

  /** Solver tolerances make a gap of nothing slightly negative; that reads as if it meant much. */
  static String percent(double share, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    return text.matches("-0\\.0* %") ? text.substring(1) : text;
  }
}
