package io.evenflow.io.exchange;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as tables write it: ISO-8601 with or without an offset, a blank or a T before the hour;
 * {@code Wed, 25 Apr 2018 11:08:04 GMT}; {@code 25.04.2018 11:08}. Dates with slashes are not read:
 * some put the day first and some the month.
 *
 * @param local what a clock showed
 * @param instant when that was, null where no offset is written
 */
record WrittenMoment(LocalDateTime local, @Nullable Instant instant) {
  private static final Pattern BLANKS = Pattern.compile("(?<=\\d) +(?=\\d)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d.M.uuuu H:mm[:ss]", Locale.ROOT);

  /** The moment a text says, null where it says none. */
  static @Nullable WrittenMoment parse(String text) {
    String iso = BLANKS.matcher(text.strip()).replaceFirst("T").replace(" ", "");
    if (DATE.matcher(iso).matches()) {
      return new WrittenMoment(LocalDate.parse(iso).atStartOfDay(), null);
    }
    TemporalAccessor time = parsed(ISO, iso);
    if (time != null) {
      return time.isSupported(ChronoField.OFFSET_SECONDS)
          ? of(OffsetDateTime.from(time))
          : new WrittenMoment(LocalDateTime.from(time), null);
    }
    TemporalAccessor mail = parsed(DateTimeFormatter.RFC_1123_DATE_TIME, text);
    if (mail != null) {
      return of(OffsetDateTime.from(mail));
    }
    TemporalAccessor local = parsed(DAY_FIRST, text);
    return local == null ? null : new WrittenMoment(LocalDateTime.from(local), null);
  }

  private static WrittenMoment of(OffsetDateTime time) {
    return new WrittenMoment(time.toLocalDateTime(), time.toInstant());
  }

  /** Null where it does not fit; an exception for each cell would take longer than all else. */
  private static @Nullable TemporalAccessor parsed(DateTimeFormatter format, String text) {
    ParsePosition at = new ParsePosition(0);
    if (format.parseUnresolved(text, at) == null || at.getIndex() < text.length()) {
      return null;
    }
    try {
      return format.parse(text);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  /** The offset that is written, null for none. */
  @Nullable ZoneOffset offset() {
    return instant == null
        ? null
        : ZoneOffset.ofTotalSeconds(
            (int) Duration.between(instant, local.toInstant(ZoneOffset.UTC)).toSeconds());
  }

  /** Whether clocks of a zone ever show it. */
  boolean isShownIn(ZoneId zone) {
    return instant != null || !zone.getRules().getValidOffsets(local).isEmpty();
  }

  /** The first time clocks of a zone show it, where no offset is written. */
  Instant in(ZoneId zone) {
    return instant != null ? instant : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The same in the second pass of the hour that comes twice, if it is in that. */
  Instant laterIn(ZoneId zone) {
    return instant != null ? instant : local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}
