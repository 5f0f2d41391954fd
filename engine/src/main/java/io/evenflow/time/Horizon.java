package io.evenflow.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The planned stretch of time: {@code periods} periods of {@code stepMinutes} each, counted from
 * {@code start}. Periods are elapsed time: a day on which clocks change has 23 or 25 hours.
 *
 * @param start start of period 0
 * @param periods number of periods T; at least 1
 * @param stepMinutes length of a period. Unit: minutes; 1 to 1440
 * @param zone whose local time periods are shown in, null for the offset of {@code start} all along
 */
public record Horizon(OffsetDateTime start, int periods, int stepMinutes, @Nullable ZoneId zone) {
  public Horizon {
    if (periods < 1) {
      throw new IllegalArgumentException("periods (" + periods + ") must be at least 1");
    }
    if (stepMinutes < 1 || stepMinutes > 1440) {
      throw new IllegalArgumentException(
          "stepMinutes (" + stepMinutes + ") must be between 1 and 1440");
    }
  }

  /** A horizon whose times all have the offset of its start. */
  public Horizon(OffsetDateTime start, int periods, int stepMinutes) {
    this(start, periods, stepMinutes, null);
  }

  /** Length of a period Δt. Unit: hours. */
  public double stepHours() {
    return stepMinutes / 60.0;
  }

  /** Start of a period, of the one after the last too, as clocks at the place show it. */
  public OffsetDateTime startOf(int period) {
    return at(start.plusMinutes((long) period * stepMinutes).toInstant());
  }

  /** An instant as clocks at the place show it. */
  public OffsetDateTime at(Instant instant) {
    return zone == null
        ? instant.atOffset(start.getOffset())
        : instant.atZone(zone).toOffsetDateTime();
  }

  /** Whether its periods lie on more than one calendar day; midnight ends the day before it. */
  public boolean spansDays() {
    OffsetDateTime last = at(startOf(periods).toInstant().minusNanos(1));
    return !startOf(0).toLocalDate().equals(last.toLocalDate());
  }
}
