package io.evenflow.io.exchange;

/** Figures as files and sentences have them: without digits that mean nothing. */
final class Rounded {
  private static final double UNIT = 1e4;
  private static final double FINE_UNIT = 1e8;

  private Rounded() {}

  /** To four decimals. */
  static double of(double value) {
    return Math.rint(value * UNIT) / UNIT + 0.0;
  }

  /** To eight decimals, for what is compared with what others computed. */
  static double fine(double value) {
    return Math.rint(value * FINE_UNIT) / FINE_UNIT + 0.0;
  }

  /** To four decimals, each. */
  static double[] of(double[] values) {
    double[] rounded = new double[values.length];
    for (int t = 0; t < rounded.length; t++) {
      rounded[t] = of(values[t]);
    }
    return rounded;
  }

  /** As people write it: 7, 7.4. */
  static String text(double value) {
    double rounded = of(value);
    return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e15
        ? Long.toString((long) rounded)
        : Double.toString(rounded);
  }
}
