package io.evenflow.coordination;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A point of the master, and the prices it proves something with.
 *
 * @param pricePerUnit by row: its own price plus what couplings ask. Unit: currency per unit
 * @param intercept the couplings' part of the bound: with Σ of the resources' least costs at these
 *     prices it is a lower bound, whatever the accuracy of the master. Unit: currency
 * @param amounts sums the master would like, by row
 * @param leading for each resource its profile in its group's column of greatest weight
 * @param mixed for each resource the weighted mean of its profiles, which it may not be able to do
 * @param fractional how many groups' greatest weight is below 1
 * @param couplingCost what the master believes each coupling costs. Unit: currency
 * @param objective the master's own optimum. Unit: currency
 * @param weights what the prices are made of
 */
record Prices(
    double[] pricePerUnit,
    double intercept,
    double[] amounts,
    Profile[] leading,
    Profile[] mixed,
    int fractional,
    double[] couplingCost,
    double objective,
    List<Weight> weights) {
  /**
   * A part of what a coupling asks.
   *
   * @param cut null where the coupling is a curve
   * @param value of a cut its weight, those of a coupling sum to 1; of a curve its slope
   */
  record Weight(int coupling, @Nullable Cut cut, double value) {}

  /** Prices that are made of these; they say nothing of amounts, and nobody leads. */
  static Prices of(Problem problem, List<Weight> weights) {
    double[] price = problem.rows().price().clone();
    double intercept = 0;
    for (Weight weight : weights) {
      Coupling coupling = problem.couplings().get(weight.coupling());
      int[] rows = coupling.rows();
      Cut cut = weight.cut();
      if (cut == null) {
        intercept += Objects.requireNonNull(coupling.curve()).intercept(weight.value());
        for (int row : rows) {
          price[row] += weight.value();
        }
      } else {
        intercept += weight.value() * cut.intercept();
        for (int i = 0; i < rows.length; i++) {
          price[rows[i]] += weight.value() * cut.gradient()[i];
        }
      }
    }
    Profile[] nobody = new Profile[0];
    return new Prices(
        price, intercept, new double[0], nobody, nobody, 0, new double[0], 0, List.copyOf(weights));
  }
}
