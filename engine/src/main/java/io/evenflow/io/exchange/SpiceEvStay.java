package io.evenflow.io.exchange;

import java.time.Instant;

/**
 * A stay of a vehicle in a SpiceEV scenario.
 *
 * @param chargingStation where it is plugged in
 * @param from when it came
 * @param until when it leaves, which may be after the horizon
 * @param desiredSoc wanted on departure
 * @param usedSoc used since the stay before
 */
record SpiceEvStay(
    String chargingStation, Instant from, Instant until, double desiredSoc, double usedSoc) {}
