package io.evenflow.report;

import io.evenflow.time.Horizon;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The time axis of charts, counted in periods.
 *
 * @param periods number of periods T
 * @param every periods between two labels
 * @param labels the clock at the start of each period, and at the end of the last
 */
record ChartTime(int periods, int every, List<String> labels) {
  private static final int MOST_LABELS = 13;
  private static final int MINUTES_PER_DAY = 1440;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);

  static ChartTime of(Horizon horizon) {
    boolean oneDay = horizon.periods() * (long) horizon.stepMinutes() <= MINUTES_PER_DAY;
    List<String> labels =
        IntStream.rangeClosed(0, horizon.periods())
            .mapToObj(t -> oneDay ? Clock.time(horizon, t) : DAY.format(horizon.startOf(t)))
            .toList();
    return new ChartTime(horizon.periods(), every(horizon), labels);
  }

  /** The fewest whole hours that leave room for labels; short periods first. */
  private static int every(Horizon horizon) {
    for (int hours : new int[] {1, 2, 3, 6, 12, 24}) {
      int minutes = 60 * hours;
      boolean whole = minutes % horizon.stepMinutes() == 0;
      int every = minutes / horizon.stepMinutes();
      if (whole && horizon.periods() / every < MOST_LABELS) {
        return every;
      }
    }
    return Math.ceilDiv(horizon.periods(), MOST_LABELS - 1);
  }
}
