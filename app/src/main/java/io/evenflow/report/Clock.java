package io.evenflow.report;

import io.evenflow.time.Horizon;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Periods as times of day. */
final class Clock {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Clock() {}

  /** Start of a period; also of the one after the last. */
  static String time(Horizon horizon, int period) {
    return horizon.startOf(period).format(TIME);
  }

  static String dayAndTime(Horizon horizon, int period) {
    return horizon.startOf(period).format(DAY_AND_TIME);
  }

  /** Rising periods as ranges: "17:00–20:00, 21:00–22:00". */
  static String ranges(Horizon horizon, List<Integer> periods) {
    List<String> ranges = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= periods.size(); i++) {
      if (i == periods.size() || periods.get(i) != periods.get(i - 1) + 1) {
        int end = periods.get(i - 1) + 1;
        ranges.add(time(horizon, periods.get(first)) + "–" + time(horizon, end));
        first = i;
      }
    }
    return String.join(", ", ranges);
  }
}
