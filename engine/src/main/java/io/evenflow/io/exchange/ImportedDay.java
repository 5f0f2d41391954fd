package io.evenflow.io.exchange;

import io.evenflow.io.InputException;
import io.evenflow.time.Horizon;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Which days are planned.
 *
 * @param date the first, null for that of the first session
 * @param days how many; at least 1
 * @param stepMinutes length of a period
 * @param zone whose days they are, null for the offset that the sessions' times have
 */
public record ImportedDay(
    @Nullable LocalDate date, int days, int stepMinutes, @Nullable ZoneId zone) {
  public ImportedDay {
    if (days < 1 || days > 366) {
      throw new InputException(
          "--days (" + days + ") must be from 1 to 366", "Maybe plan fewer days at once.");
    }
    if (stepMinutes < 1 || stepMinutes > 1440) {
      throw new InputException(
          "--step (" + stepMinutes + ") must be from 1 to 1440 minutes",
          "Maybe 15 or 60 is meant.");
    }
  }

  /**
   * From midnight to midnight; a day on which clocks change has 23 or 25 hours.
   *
   * @throws InputException where that is no whole number of steps
   */
  static Horizon horizon(LocalDate date, ZoneId zone, int days, int stepMinutes) {
    ZonedDateTime start = date.atStartOfDay(zone);
    long minutes = Duration.between(start, date.plusDays(days).atStartOfDay(zone)).toMinutes();
    if (minutes / stepMinutes > Horizon.MOST_PERIODS) {
      throw new InputException(
          "--days (%d) of --step (%d) are %d periods; %d are the most"
              .formatted(days, stepMinutes, minutes / stepMinutes, Horizon.MOST_PERIODS),
          "Maybe plan fewer days at once, or take longer periods.");
    }
    if (minutes % stepMinutes != 0) {
      throw new InputException(
          "%s: %d minutes are no whole number of steps of %d minutes (--step)"
              .formatted(date, minutes, stepMinutes),
          "Maybe take 15, 30 or 60, which fit days of 23, 24 and 25 hours.");
    }
    ZoneId shown = zone instanceof ZoneOffset ? null : zone;
    int periods = Math.toIntExact(minutes / stepMinutes);
    return new Horizon(start.toOffsetDateTime(), periods, stepMinutes, shown);
  }
}
