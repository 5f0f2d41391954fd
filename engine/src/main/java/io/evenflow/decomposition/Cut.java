package io.evenflow.decomposition;

/**
 * A cut of a period's grid cost: φ(n) ≥ intercept + Σ gradient[k]·n[k] for all station powers n.
 *
 * @param period the period
 * @param intercept unit: currency
 * @param gradient by station. Unit: currency per kW
 */
public record Cut(int period, double intercept, double[] gradient) {
  /** Its height at station powers in kW. */
  double at(double[] stationKw) {
    double sum = intercept;
    for (int k = 0; k < gradient.length; k++) {
      sum += gradient[k] * stationKw[k];
    }
    return sum;
  }
}
