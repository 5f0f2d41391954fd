package io.evenflow.report;

import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Periods as times: of the day, with the date where the horizon spans several. Of the hour that
 * comes twice when clocks go back, each time has its offset: 02:00+02:00, 02:00+01:00.
 */
final class Clock {
  private static final DateTimeFormatter TIME = pattern("HH:mm");
  private static final DateTimeFormatter TIME_AND_OFFSET = pattern("HH:mmxxx");
  private static final DateTimeFormatter DAY = pattern("d MMM");
  private static final DateTimeFormatter DAY_AND_TIME = pattern("yyyy-MM-dd HH:mm");

  private Clock() {}

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** Start of a period; also of the one after the last. */
  static String time(Horizon horizon, int period) {
    OffsetDateTime start = horizon.startOf(period);
    return horizon.spansDays() ? day(start) + " " + clock(horizon, start) : clock(horizon, start);
  }

  /** The day of a time, without its year: 9 Apr. */
  static String day(OffsetDateTime time) {
    return time.format(DAY);
  }

  /** The time of day alone. */
  static String clock(Horizon horizon, OffsetDateTime time) {
    ZoneId zone = horizon.zone();
    boolean comesTwice =
        zone != null && zone.getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    return time.format(comesTwice ? TIME_AND_OFFSET : TIME);
  }

  /** Day and time of a start in full, and the zone if there is one. */
  static String dayAndTime(Horizon horizon, int period) {
    String time = horizon.startOf(period).format(DAY_AND_TIME);
    return horizon.zone() == null ? time : time + " " + horizon.zone().getId();
  }

  /**
   * Rising periods as ranges: "17:00–20:00, 21:00–22:00"; where the horizon spans several days,
   * with the date of each as it begins: "9 Apr 23:00–10 Apr 02:00, 05:00–06:00".
   */
  static String ranges(Horizon horizon, List<Integer> periods) {
    Ranges ranges = new Ranges(horizon);
    int first = 0;
    for (int i = 1; i <= periods.size(); i++) {
      if (i == periods.size() || periods.get(i) != periods.get(i - 1) + 1) {
        ranges.add(periods.get(first), periods.get(i - 1) + 1);
        first = i;
      }
    }
    return String.join(", ", ranges.texts);
  }

  /** Ranges in words, and the date that was named last. */
  private static final class Ranges {
    private final Horizon horizon;
    private final List<String> texts = new ArrayList<>();
    private @Nullable LocalDate named;

    Ranges(Horizon horizon) {
      this.horizon = horizon;
    }

    void add(int start, int end) {
      texts.add(time(start) + "–" + time(end));
    }

    private String time(int period) {
      OffsetDateTime time = horizon.startOf(period);
      LocalDate day = time.toLocalDate();
      boolean isNew = horizon.spansDays() && !day.equals(named);
      named = day;
      return isNew ? Clock.time(horizon, period) : clock(horizon, time);
    }
  }
}
