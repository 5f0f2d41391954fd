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
 * @param firstPeriodMinutes what is left of period 0, which may have begun before {@code start}.
 *     Unit: minutes; 1 to stepMinutes
 * @param zone whose local time periods are shown in, null for the offset of {@code start} all along
 */
public record Horizon(
    OffsetDateTime start,
    int periods,
    int stepMinutes,
    int firstPeriodMinutes,
    @Nullable ZoneId zone) {
  /** A leap year of quarter-hours; a count beyond it is a slip, and would only exhaust memory. */
  public static final int MOST_PERIODS = 366 * 96;

  public Horizon {
    if (periods < 1) {
      throw new IllegalArgumentException("periods (" + periods + ") must be at least 1");
    }
    if (stepMinutes < 1 || stepMinutes > 1440) {
      throw new IllegalArgumentException(
          "stepMinutes (" + stepMinutes + ") must be between 1 and 1440");
    }
    if (firstPeriodMinutes < 1 || firstPeriodMinutes > stepMinutes) {
      throw new IllegalArgumentException(
          "firstPeriodMinutes (%d) must be from 1 to stepMinutes (%d)"
              .formatted(firstPeriodMinutes, stepMinutes));
    }
  }

  /** A horizon whose first period has not begun yet. */
  public Horizon(OffsetDateTime start, int periods, int stepMinutes, @Nullable ZoneId zone) {
    this(start, periods, stepMinutes, stepMinutes, zone);
  }

  /** A horizon whose times all have the offset of its start. */
  public Horizon(OffsetDateTime start, int periods, int stepMinutes) {
    this(start, periods, stepMinutes, null);
  }

  /** Length of a period Δt, of the first one what is left of it. Unit: hours. */
  public double hours(int period) {
    return (period == 0 ? firstPeriodMinutes : stepMinutes) / 60.0;
  }

  /** Length of the periods from {@code from} until before {@code to} together. Unit: hours. */
  public double hours(int from, int to) {
    int minutes = (to - from) * stepMinutes;
    return (from == 0 && to > 0 ? minutes - stepMinutes + firstPeriodMinutes : minutes) / 60.0;
  }

  /** Length of every period but perhaps the first. Unit: hours. */
  public double stepHours() {
    return stepMinutes / 60.0;
  }

  /** Start of a period, of the one after the last too, as clocks at the place show it. */
  public OffsetDateTime startOf(int period) {
    long begun = period == 0 ? 0 : stepMinutes - firstPeriodMinutes;
    return at(start.plusMinutes((long) period * stepMinutes - begun).toInstant());
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
