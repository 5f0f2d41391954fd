package io.evenflow.io.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a driver said on arrival.
 *
 * @param departure when it leaves, null where the table does not say
 * @param energyKwh what it wants at the meter, null where the table does not say. Unit: kWh
 */
public record Announced(@Nullable Instant departure, @Nullable Double energyKwh) {}
