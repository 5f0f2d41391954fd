package io.evenflow.report;

import io.evenflow.time.Horizon;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The time axis of charts, counted in periods.
 *
 * @param periods number of periods T
 * @param every periods between two marks
 * @param labels the start of each period, and the end of the last, in full
 * @param marks the same for the axis: the date stands where a day begins, else the time of day
 */
record ChartTime(int periods, int every, List<String> labels, List<String> marks) {
  private static final int MOST_MARKS = 13;

  static ChartTime of(Horizon horizon) {
    int every = every(horizon);
    return new ChartTime(
        horizon.periods(),
        every,
        all(horizon).mapToObj(t -> Clock.time(horizon, t)).toList(),
        all(horizon).mapToObj(t -> mark(horizon, t, every)).toList());
  }

  private static IntStream all(Horizon horizon) {
    return IntStream.rangeClosed(0, horizon.periods());
  }

  private static String mark(Horizon horizon, int period, int every) {
    OffsetDateTime time = horizon.startOf(period);
    boolean sameDay = period >= every && isSameDay(time, horizon.startOf(period - every));
    if (!horizon.spansDays() || sameDay) {
      return Clock.clock(horizon, time);
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Clock.day(time)
        : Clock.time(horizon, period);
  }

  private static boolean isSameDay(OffsetDateTime one, OffsetDateTime other) {
    return one.toLocalDate().equals(other.toLocalDate());
  }

  /** The fewest whole hours that leave room for marks; short periods first. */
  private static int every(Horizon horizon) {
    for (int hours : new int[] {1, 2, 3, 6, 12, 24, 48, 72, 168}) {
      int minutes = 60 * hours;
      boolean whole = minutes % horizon.stepMinutes() == 0;
      int every = minutes / horizon.stepMinutes();
      if (whole && horizon.periods() / every < MOST_MARKS) {
        return every;
      }
    }
    return Math.ceilDiv(horizon.periods(), MOST_MARKS - 1);
  }
}
