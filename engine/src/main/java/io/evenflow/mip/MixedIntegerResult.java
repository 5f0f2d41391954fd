package io.evenflow.mip;

import org.jspecify.annotations.Nullable;

/**
 * What a mixed-integer engine found.
 *
 * @param status how it ended
 * @param x the incumbent, null where there is none
 * @param objective objective at x, +∞ where there is none
 * @param bound proven lower bound, never above objective; −∞ where there is none, +∞ if INFEASIBLE
 * @param nodes branch-and-bound nodes
 * @param seconds wall time. Unit: s
 * @param engine name and version of the engine
 */
public record MixedIntegerResult(
    MixedIntegerStatus status,
    double @Nullable [] x,
    double objective,
    double bound,
    long nodes,
    double seconds,
    String engine) {}
