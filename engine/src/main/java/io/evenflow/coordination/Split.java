package io.evenflow.coordination;

/**
 * Where a region is cut in two.
 *
 * @param direction which of the region's sums
 * @param at the sum at which it is cut
 */
public record Split(int direction, double at) {}
