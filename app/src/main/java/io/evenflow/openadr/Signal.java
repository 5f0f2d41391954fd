package io.evenflow.openadr;

import java.time.Instant;

/**
 * A value that holds for some time.
 *
 * @param type what it is of
 * @param start from then on
 * @param end until before then; {@link Instant#MAX} for ever
 * @param priority of its event: 0 is the highest; events that do not say it come last
 * @param value in the unit of {@link SignalType}
 */
public record Signal(SignalType type, Instant start, Instant end, int priority, double value) {
  boolean holdsAt(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }
}
