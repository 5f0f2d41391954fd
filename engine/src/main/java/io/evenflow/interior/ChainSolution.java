package io.evenflow.interior;

/**
 * A point near the optimum, and the rows' multipliers, which are as near.
 *
 * @param isNear whether it is as near as was asked
 * @param objective unit: that of costs
 * @param nodes what each draws
 * @param chains what each draws in each of its steps
 * @param boxes what each draws
 * @param slope by curve: the multiplier of its sum
 * @param weight by cut
 * @param epigraph by number
 */
public record ChainSolution(
    boolean isNear,
    double objective,
    double[] nodes,
    double[][] chains,
    double[] boxes,
    double[] slope,
    double[] weight,
    double[] epigraph) {}
