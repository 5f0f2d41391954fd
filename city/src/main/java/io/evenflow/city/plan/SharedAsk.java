package io.evenflow.city.plan;

/**
 * What is asked of prices between feeders.
 *
 * @param gap of the whole as a part of what the vehicles cost
 * @param rounds most rounds
 */
public record SharedAsk(double gap, int rounds) {}
