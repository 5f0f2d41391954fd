package io.evenflow.coordination;

/** Bounds of resources for whoever has no time to wait for their answers. */
@FunctionalInterface
public interface QuickLeast {
  /** Knows nothing. */
  QuickLeast NONE = (resource, pricePerUnit) -> Double.NEGATIVE_INFINITY;

  /**
   * A lower bound of what a resource answers to prices.
   *
   * @param resource number of it in the problem
   * @param pricePerUnit by row of the problem
   * @return own cost and what its amounts cost, at least; −∞ where nothing is known. Unit: currency
   */
  double least(int resource, double[] pricePerUnit);
}
