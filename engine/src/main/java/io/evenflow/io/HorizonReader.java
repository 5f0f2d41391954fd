package io.evenflow.io;

import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Reads a scenario's {@code horizon}. */
final class HorizonReader {
  /** A leap year of quarter-hours; a count beyond it is a slip, and would only exhaust memory. */
  static final int MAX_PERIODS = 366 * 96;

  private HorizonReader() {}

  static Horizon read(JsonObject horizon) {
    horizon.requireOnly("start", "periods", "stepMinutes");
    OffsetDateTime start = start(horizon);
    int periods = horizon.wholeNumber("periods");
    if (periods > MAX_PERIODS) {
      throw horizon.error(
          "periods (" + periods + ") must be at most " + MAX_PERIODS,
          "Maybe minutes were given instead of periods.");
    }
    return horizon.build(
        "Maybe a day is meant: 24 periods of 60 minutes, or 96 of 15.",
        () -> new Horizon(start, periods, horizon.wholeNumber("stepMinutes")));
  }

  private static OffsetDateTime start(JsonObject horizon) {
    String text = horizon.text("start");
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException problem) {
      throw horizon.error(
          "start ('" + text + "') must be a time with its offset, as 2024-04-09T00:00:00+02:00",
          "Maybe the offset from UTC is missing.");
    }
  }
}
