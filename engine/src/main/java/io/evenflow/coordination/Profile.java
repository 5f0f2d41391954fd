package io.evenflow.coordination;

/**
 * What a resource does.
 *
 * @param amounts by the resource's rows
 * @param ownCost what it costs apart from its amounts, such as a shortfall. Unit: currency
 */
public record Profile(double[] amounts, double ownCost) {
  /** Amounts nearer than this are the same. */
  private static final double SAME = 1e-7;

  /** What it costs where one unit of a row costs pricePerUnit[row]. Unit: currency. */
  double cost(double[] pricePerUnit, int[] rows) {
    double sum = ownCost;
    for (int i = 0; i < rows.length; i++) {
      sum += pricePerUnit[rows[i]] * amounts[i];
    }
    return sum;
  }

  boolean isNear(Profile other) {
    for (int i = 0; i < amounts.length; i++) {
      if (Math.abs(amounts[i] - other.amounts[i]) > SAME) {
        return false;
      }
    }
    return true;
  }
}
