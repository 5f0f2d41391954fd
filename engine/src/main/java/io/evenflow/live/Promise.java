package io.evenflow.live;

import java.time.Instant;

/**
 * What a session was told that it will have when it leaves.
 *
 * @param energyKwh energy in the battery. Unit: kWh
 * @param departure when it said it leaves
 */
public record Promise(double energyKwh, Instant departure) {}
