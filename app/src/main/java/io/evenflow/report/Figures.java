package io.evenflow.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Figures as people read them: thousands separated by commas, the same in every country. */
public final class Figures {
  private Figures() {}

  /** Two decimals, as money has. */
  public static String money(double value) {
    return decimals(value, 2);
  }

  public static String decimals(double value, int count) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%,." + count + "f", value);
    // −0.00 would look like a sign that means something.
    return text.matches("-[0.,]*") ? text.substring(1) : text;
  }

  /** A share in per cent, with as many decimals as keep small ones from looking like nothing. */
  public static String percent(double share) {
    double percent = 100 * share;
    double size = Math.abs(percent);
    if (size >= 10) {
      return decimals(percent, 0) + " %";
    }
    if (size >= 0.01) {
      return decimals(percent, 2) + " %";
    }
    if (size < 1e-4) {
      return "less than 0.0001 %";
    }
    return BigDecimal.valueOf(percent).round(new MathContext(1)).toPlainString() + " %";
  }

  /** "1 session", "2 sessions". */
  static String count(int number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
