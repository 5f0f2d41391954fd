package io.evenflow.method;

import io.evenflow.scenario.Result;
import org.jspecify.annotations.Nullable;

/**
 * A day with visitors, and what is proven of the same day if they drew something else: whatever
 * they draw within their reach, the day costs at least
 *
 * <pre>
 * base + Σ price·kw
 * </pre>
 *
 * what they pay themselves included.
 *
 * @param result of the day while they draw what was said; a cost of its own is {@code visitorsCost}
 * @param visitorsCost what visitors pay at stations without a tariff, no part of the result. Unit:
 *     currency
 * @param base −∞ where nothing was proven. Unit: currency
 * @param pricePerKw by visitors' station and period, null where nothing was proven. Unit: currency
 *     per kW held for the period
 */
public record VisitedDay(
    Result result, double visitorsCost, double base, double @Nullable [][] pricePerKw) {}
