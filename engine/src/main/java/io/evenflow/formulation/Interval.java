package io.evenflow.formulation;

/**
 * The numbers from least to most, both perhaps infinite. Sums and products are rounded to the
 * nearest, not outwards: {@link #widened} makes up for that.
 */
record Interval(double least, double most) {
  static final Interval ZERO = new Interval(0, 0);
  static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** What the last digits of a sum may be wrong by, with room to spare. */
  private static final double ROUNDING = 1e-9;

  static Interval of(double value) {
    return new Interval(value, value);
  }

  Interval plus(Interval other) {
    return new Interval(least + other.least, most + other.most);
  }

  Interval minus(Interval other) {
    return new Interval(least - other.most, most - other.least);
  }

  Interval plus(double value) {
    return new Interval(least + value, most + value);
  }

  Interval times(double factor) {
    if (factor == 0) {
      return ZERO; // 0 · ∞ would be no number
    }
    return factor > 0
        ? new Interval(factor * least, factor * most)
        : new Interval(factor * most, factor * least);
  }

  Interval square() {
    double small = least > 0 ? least : Math.min(0, most);
    double large = Math.max(Math.abs(least), Math.abs(most));
    return new Interval(small * small, large * large);
  }

  /** What values of this one, none negative, are when divided by values of a divisor above 0. */
  Interval over(Interval divisor) {
    double large = divisor.least > 0 ? most / divisor.least : Double.POSITIVE_INFINITY;
    return new Interval(Double.isFinite(divisor.most) ? least / divisor.most : 0, large);
  }

  Interval and(Interval other) {
    return new Interval(Math.max(least, other.least), Math.min(most, other.most));
  }

  boolean isEmpty() {
    return least > most;
  }

  Interval widened() {
    return new Interval(
        least - ROUNDING * Math.max(1, Math.abs(least)),
        most + ROUNDING * Math.max(1, Math.abs(most)));
  }
}
