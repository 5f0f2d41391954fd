package io.evenflow.io;

import io.evenflow.time.Horizon;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads a scenario's {@code horizon}. */
final class HorizonReader {
  /** A leap year of quarter-hours; a count beyond it is a slip, and would only exhaust memory. */
  static final int MAX_PERIODS = 366 * 96;

  private static final String[] FIRST_FIELDS = {"start", "periods", "stepMinutes"};
  private static final String[] FIELDS = {"start", "periods", "stepMinutes", "zone"};
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private HorizonReader() {}

  /**
   * @param isFirst whether the scenario is of the first format, which has no zone
   */
  static Horizon read(JsonObject horizon, boolean isFirst) {
    if (isFirst && horizon.has("zone")) {
      throw horizon.error(
          "zone is not a field of " + ScenarioReader.FIRST_FORMAT,
          "Maybe change the scenario's format to " + ScenarioReader.FORMAT + ".");
    }
    horizon.requireOnly(isFirst ? FIRST_FIELDS : FIELDS);
    OffsetDateTime start = start(horizon);
    int periods = horizon.wholeNumber("periods");
    if (periods > MAX_PERIODS) {
      throw horizon.error(
          "periods (" + periods + ") must be at most " + MAX_PERIODS,
          "Maybe minutes were given instead of periods.");
    }
    ZoneId zone = zone(horizon);
    return horizon.build(
        "Maybe a day is meant: 24 periods of 60 minutes, or 96 of 15.",
        () -> new Horizon(start, periods, horizon.wholeNumber("stepMinutes"), zone));
  }

  private static OffsetDateTime start(JsonObject horizon) {
    String text = horizon.text("start");
    OffsetDateTime start;
    try {
      start = OffsetDateTime.parse(text);
    } catch (DateTimeParseException problem) {
      throw horizon.error(
          "start ('" + text + "') must be a time with its offset, as 2024-04-09T00:00:00+02:00",
          isLocal(text)
              ? "Maybe the offset from UTC is missing."
              : "Maybe the time is written in another way, or there is no such day.");
    }
    if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
      throw horizon.error(
          "start ('" + text + "') must be in the years " + FIRST_YEAR + " to " + LAST_YEAR,
          "Maybe the year has a digit too many or too few.");
    }
    return start;
  }

  private static boolean isLocal(String text) {
    try {
      LocalDateTime.parse(text);
      return true;
    } catch (DateTimeParseException noTime) {
      return false;
    }
  }

  private static @Nullable ZoneId zone(JsonObject horizon) {
    if (!horizon.has("zone") || horizon.isNull("zone")) {
      return null;
    }
    String name = horizon.text("zone");
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw horizon.error(
          "zone ('" + name + "') is not the name of a time zone",
          "Maybe a name such as Europe/Berlin is meant, or none: then all times have the offset of"
              + " start.");
    }
    return ZoneId.of(name);
  }
}
