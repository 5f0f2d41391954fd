package io.evenflow.coordination;

import org.jspecify.annotations.Nullable;

/**
 * A proven lower bound of a coupling's cost: cost ≥ intercept + Σ gradient·amounts for all amounts
 * within a region.
 *
 * @param intercept unit: currency
 * @param gradient by the coupling's rows. Unit: currency per unit
 * @param region where it holds, null for everywhere
 */
public record Cut(double intercept, double[] gradient, @Nullable Region region) {
  /** Its height at amounts by the coupling's rows. */
  public double at(double[] amounts) {
    double sum = intercept;
    for (int i = 0; i < gradient.length; i++) {
      sum += gradient[i] * amounts[i];
    }
    return sum;
  }

  boolean holdsIn(@Nullable Region other) {
    Region own = region;
    return own == null || (other != null && other.isWithin(own));
  }
}
