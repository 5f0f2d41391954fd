package io.evenflow.io.exchange;

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
import java.util.Locale;
import java.util.function.Supplier;
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
    String iso = text.strip().replaceFirst("(?<=\\d) +(?=\\d)", "T").replace(" ", "");
    if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return new WrittenMoment(LocalDate.parse(iso).atStartOfDay(), null);
    }
    WrittenMoment offset = orNull(() -> of(OffsetDateTime.parse(iso, ISO)));
    if (offset != null) {
      return offset;
    }
    WrittenMoment local = orNull(() -> new WrittenMoment(LocalDateTime.parse(iso), null));
    if (local != null) {
      return local;
    }
    WrittenMoment mail =
        orNull(() -> of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
    return mail != null
        ? mail
        : orNull(() -> new WrittenMoment(LocalDateTime.parse(text, DAY_FIRST), null));
  }

  private static WrittenMoment of(OffsetDateTime time) {
    return new WrittenMoment(time.toLocalDateTime(), time.toInstant());
  }

  private static @Nullable WrittenMoment orNull(Supplier<WrittenMoment> parse) {
    try {
      return parse.get();
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
