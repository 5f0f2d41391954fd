package io.evenflow.report;

import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Hours written above the bars of a picture, as many as there is room for; above them the dates
 * where there is more than one.
 */
final class TimeAxis {
  private static final int ROOM = 5;
  private final Horizon horizon;
  private final int periodsPerBar;
  private final int width;

  TimeAxis(Horizon horizon, int periodsPerBar, int width) {
    this.horizon = horizon;
    this.periodsPerBar = periodsPerBar;
    this.width = width;
  }

  List<String> lines() {
    return horizon.spansDays() ? List.of(days(), hours()) : List.of(hours());
  }

  /** A first day that has begun and leaves no room for its date goes without it. */
  private String days() {
    Line line = new Line(1);
    LocalDate last = LocalDate.MIN;
    for (int t = 0; t < horizon.periods(); t++) {
      OffsetDateTime start = horizon.startOf(t);
      String day = Clock.day(start);
      if (!start.toLocalDate().equals(last) && (t > 0 || hasRoomForFirst(day))) {
        line.write(column(t), day);
      }
      last = start.toLocalDate();
    }
    return line.text();
  }

  private boolean hasRoomForFirst(String day) {
    OffsetDateTime first = horizon.startOf(0);
    int t = 1;
    while (t < horizon.periods() && horizon.startOf(t).toLocalDate().equals(first.toLocalDate())) {
      t++;
    }
    return first.toLocalTime().equals(LocalTime.MIDNIGHT) || column(t) > day.length();
  }

  private String hours() {
    Line line = new Line(2);
    int everyHours = everyHours();
    for (int t = 0; t < horizon.periods(); t++) {
      OffsetDateTime start = horizon.startOf(t);
      if (start.getMinute() == 0 && start.getHour() % everyHours == 0) {
        line.write(column(t), "%02d".formatted(start.getHour()));
      }
    }
    return line.text();
  }

  /** Where the bar of a period begins. */
  private int column(int period) {
    return period / periodsPerBar * width;
  }

  /** The least of 1, 2, 3, 6, 12 and 24 hours that leaves room for a label. */
  private int everyHours() {
    double charactersPerHour = width / (periodsPerBar * horizon.stepHours());
    for (int hours : new int[] {1, 2, 3, 6, 12}) {
      if (hours * charactersPerHour >= ROOM) {
        return hours;
      }
    }
    return 24;
  }

  /** A line that leaves out what has no room behind what stands there. */
  private static final class Line {
    private final StringBuilder text = new StringBuilder();
    private final int gap;

    Line(int gap) {
      this.gap = gap;
    }

    void write(int column, String word) {
      if (text.isEmpty() || column >= text.length() + gap) {
        text.append(" ".repeat(column - text.length())).append(word);
      }
    }

    String text() {
      return text.toString();
    }
  }
}
