package io.evenflow.grid;

/** Bounds on the values of one object, and the sentence each broken bound earns. */
final class Check {
  private static final String TYPO = "Maybe a typing error in that column, or a column too many.";

  private final String object;

  Check(String object) {
    this.object = object;
  }

  void finite(String field, double value) {
    require(Double.isFinite(value), field, value, "must be a finite number");
  }

  /** A limit: finite or infinite, but a number. */
  void limit(String field, double value) {
    require(!Double.isNaN(value), field, value, "must be a number");
  }

  void positive(String field, double value) {
    require(value > 0, field, value, "must be above 0");
  }

  void notNegative(String field, double value) {
    require(value >= 0, field, value, "must be at least 0");
  }

  void ordered(String lowField, double low, String highField, double high) {
    limit(lowField, low);
    limit(highField, high);
    if (low > high) {
      throw new GridException(
          "%s: %s %s must not be above %s %s"
              .formatted(object, lowField, text(low), highField, text(high)),
          "Maybe the two columns are the wrong way round.");
    }
  }

  private void require(boolean holds, String field, double value, String bound) {
    if (!holds) {
      throw new GridException("%s: %s %s %s".formatted(object, field, text(value), bound), TYPO);
    }
  }

  /** Whole numbers without ".0". */
  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
