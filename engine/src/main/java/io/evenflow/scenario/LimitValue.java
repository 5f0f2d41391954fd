package io.evenflow.scenario;

import org.jspecify.annotations.Nullable;

/**
 * What one unit more of a limit that binds saves over the day, proven to lie in an interval.
 *
 * @param limit such as "station 'depot': connection import" or "branch 3-4"
 * @param period that it is moved in, null for all
 * @param unit of the limit: "kW", "kVA" or "0.001 p.u."
 * @param lowPerUnit at least so much. Unit: currency per unit
 * @param highPerUnit at most so much. Unit: currency per unit
 */
public record LimitValue(
    String limit, @Nullable Integer period, String unit, double lowPerUnit, double highPerUnit) {}
