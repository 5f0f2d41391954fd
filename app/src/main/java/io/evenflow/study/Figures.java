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
    return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.2f", value);
  }

  static String percent(OptionalDouble share, int decimals) {
    return share.isEmpty() ? NONE : percent(share.getAsDouble(), decimals);
  }

  /** Solver tolerances make a gap of nothing slightly negative; that reads as if it meant much. */
  static String percent(double share, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share);
    return text.matches("-0\\.0* %") ? text.substring(1) : text;
  }
}
