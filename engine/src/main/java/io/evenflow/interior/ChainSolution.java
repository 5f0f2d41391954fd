package io.evenflow.interior;

/**
 * A point near the optimum, and the rows' multipliers, which are as near.
 *
 * @param isNear whether it is as near as was asked
 * @param nodes what each draws
 * @param chains what each draws in each of its steps
 * @param slope by curve: the multiplier of its sum
 * @param weight by cut
 * @param epigraph by number
 * @param iterations Newton steps
 */
public record ChainSolution(
    boolean isNear,
    double[] nodes,
    double[][] chains,
    double[] slope,
    double[] weight,
    double[] epigraph,
    int iterations) {}
