package io.evenflow.io.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as a table has it.
 *
 * @param line of the table
 * @param id its name there
 * @param charger where it was plugged in
 * @param arrival when it came
 * @param departure when it left; after arrival
 * @param batteryKwh what its battery holds
 * @param arrivalKwh energy on arrival; 0 where the battery is not known, which then holds just what
 *     is charged
 * @param departureKwh energy wanted on departure; more than on arrival
 * @param powerKw greatest power, null where the table does not say
 */
record RecordedSession(
    long line,
    String id,
    String charger,
    Instant arrival,
    Instant departure,
    double batteryKwh,
    double arrivalKwh,
    double departureKwh,
    @Nullable Double powerKw) {}
