package io.evenflow.city.plan;

/**
 * What is asked of prices between feeders.
 *
 * @param gap of the whole as a part of what the vehicles cost
 * @param rounds most rounds
 * @param roundSeconds wall time of all rounds, after which the plan is made with what is known; +∞
 *     for no limit. Unit: s
 * @param planSeconds wall time in which the plan is made better once there is one; +∞ for no limit.
 *     Unit: s
 */
public record SharedAsk(double gap, int rounds, double roundSeconds, double planSeconds) {}
