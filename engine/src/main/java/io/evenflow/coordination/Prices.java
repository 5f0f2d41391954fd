package io.evenflow.coordination;

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
 */
record Prices(
    double[] pricePerUnit,
    double intercept,
    double[] amounts,
    Profile[] leading,
    Profile[] mixed,
    int fractional,
    double[] couplingCost,
    double objective) {}
