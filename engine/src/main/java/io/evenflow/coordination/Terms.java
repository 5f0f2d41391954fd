package io.evenflow.coordination;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a coordination.
 *
 * @param gap objective − bound as a part of what the resources cost, or of 1 where that is less
 * @param seconds wall time, +∞ for none
 * @param missCost what missing a limit by one unit costs at first: a little more than limits are
 *     worth on most days. Unit: currency per unit
 * @param mostMissCost above every marginal value of a unit
 * @param base what everything costs without the resources in question, null where that is unknown
 *     or not possible. Unit: currency
 */
public record Terms(
    double gap, double seconds, double missCost, double mostMissCost, @Nullable Double base) {}
