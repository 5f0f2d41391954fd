package io.evenflow.io;

import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.time.Horizon;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A scenario's {@code horizon}. */
final class HorizonShape {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private static final Field<String> START =
      text("start")
          .says(
              "start of period 0, with its offset: `2024-04-09T00:00:00+02:00`; years 1900 to 2200");
  private static final Field<Integer> PERIODS =
      wholeNumber("periods").from(1).to(Horizon.MOST_PERIODS).says("T, 1 to 35136");
  private static final Field<Integer> STEP_MINUTES =
      wholeNumber("stepMinutes").unit("min").from(1).to(1440).says("length of a period, 1 to 1440");
  private static final Field<Integer> FIRST_PERIOD_MINUTES =
      wholeNumber("firstPeriodMinutes")
          .optional("`stepMinutes`")
          .unit("min")
          .from(1)
          .to(1440)
          .second()
          .says("what is left of period 0 where it has begun before `start`, 1 to `stepMinutes`");
  private static final Field<String> ZONE =
      text("zone")
          .optional("the offset of `start`")
          .second()
          .says(
              "IANA name of the time zone, such as `Europe/Berlin`, whose local time summaries,"
                  + " reports and results show");

  static final Shape<Horizon> SHAPE =
      Shape.of(
              "Maybe a day is meant: 24 periods of 60 minutes, or 96 of 15.", HorizonShape::horizon)
          .with(START, horizon -> Times.text(horizon.start()))
          .with(PERIODS, Horizon::periods)
          .with(STEP_MINUTES, Horizon::stepMinutes)
          .with(FIRST_PERIOD_MINUTES, Horizon::firstPeriodMinutes, HorizonShape::hasBegun)
          .with(ZONE, HorizonShape::zoneName);

  private HorizonShape() {}

  private static boolean hasBegun(Horizon horizon) {
    return horizon.firstPeriodMinutes() != horizon.stepMinutes();
  }

  private static @Nullable String zoneName(Horizon horizon) {
    ZoneId zone = horizon.zone();
    return zone == null ? null : zone.getId();
  }

  private static Horizon horizon(JsonObject horizon) {
    OffsetDateTime start = start(horizon);
    int periods = horizon.get(PERIODS);
    if (periods > Horizon.MOST_PERIODS) {
      throw horizon.error(
          "periods (" + periods + ") must be at most " + Horizon.MOST_PERIODS,
          "Maybe minutes were given instead of periods.");
    }
    ZoneId zone = zone(horizon);
    int step = horizon.get(STEP_MINUTES);
    Integer first = horizon.orNull(FIRST_PERIOD_MINUTES);
    return new Horizon(start, periods, step, first == null ? step : first, zone);
  }

  private static OffsetDateTime start(JsonObject horizon) {
    String text = horizon.get(START);
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
    String name = horizon.orNull(ZONE);
    if (name == null) {
      return null;
    }
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw horizon.error(
          "zone ('" + name + "') is not the name of a time zone",
          "Maybe a name such as Europe/Berlin is meant, or none: then all times have the offset of"
              + " start.");
    }
    return ZoneId.of(name);
  }
}
