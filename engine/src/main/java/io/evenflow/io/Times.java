package io.evenflow.io;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Times as files and errors write them: with seconds and offset, {@code 2024-04-09T00:00:00+02:00}.
 */
public final class Times {
  private Times() {}

  public static String text(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
