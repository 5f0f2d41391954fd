package io.evenflow.coordination;

/**
 * What is asked of a coordination.
 *
 * @param gap objective − bound as a part of what the resources cost, or of 1 where that is less
 * @param seconds wall time, +∞ for none
 * @param missCost what missing a limit by one unit costs at first: a little more than limits are
 *     worth on most days. Unit: currency per unit
 * @param mostMissCost above every marginal value of a unit
 */
public record Terms(double gap, double seconds, double missCost, double mostMissCost) {}
