package io.evenflow.city.plan;

import io.evenflow.city.portfolio.PlacedFeeder;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a feeder: its day, where energy from above costs more and is limited.
 *
 * @param feeder whose day
 * @param addedPerMwh what couplings add to the price of energy at the feeder's substation, by
 *     period; null for nothing. Unit: currency per MWh
 * @param mostImportKw limit of its import from above by period, +∞ for none; null for none at all.
 *     Unit: kW
 * @param leastImportKw limit of its export, as an import below 0, −∞ for none; null for none at
 *     all. Unit: kW
 * @param visits of commuters, null for none
 * @param isFull whether sessions and periods are wanted, too
 */
public record Order(
    PlacedFeeder feeder,
    double @Nullable [] addedPerMwh,
    double @Nullable [] mostImportKw,
    double @Nullable [] leastImportKw,
    @Nullable Visits visits,
    boolean isFull)
    implements Serializable {}
