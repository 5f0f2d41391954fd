package io.evenflow.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.evenflow.time.Horizon;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Small price files, and horizons to read them over. */
final class PriceTexts {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private PriceTexts() {}

  /** Prices of hours from a start on. */
  static double[] hours(String csv, String start, int periods) {
    return prices(csv, start, periods, 60);
  }

  static double[] quarters(String csv, String start, int periods) {
    return prices(csv, start, periods, 15);
  }

  private static double[] prices(String csv, String start, int periods, int stepMinutes) {
    return over(csv, new Horizon(OffsetDateTime.parse(start), periods, stepMinutes));
  }

  static double[] over(String csv, Horizon horizon) {
    return PriceFile.read("prices.csv", csv, "EUR").over(horizon).toArray();
  }

  /** All of a day in Berlin, whatever its length. */
  static Horizon day(String date, int stepMinutes) {
    ZonedDateTime midnight = LocalDate.parse(date).atStartOfDay(BERLIN);
    long minutes = Duration.between(midnight, midnight.plusDays(1)).toMinutes();
    return new Horizon(
        midnight.toOffsetDateTime(), (int) (minutes / stepMinutes), stepMinutes, BERLIN);
  }

  static InputException error(String csv) {
    return error(csv, "2025-03-10T00:00:00+01:00", 2);
  }

  static InputException error(String csv, String start, int hours) {
    InputException problem =
        catchThrowableOfType(InputException.class, () -> hours(csv, start, hours));
    assertThat(problem).isNotNull();
    assertThat(problem.maybe()).startsWith("Maybe ").endsWith(".");
    assertThat(problem.sentence()).doesNotContain("\n").startsWith("prices.csv");
    return problem;
  }
}
