package io.evenflow.report;

import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Hours written above the bars of a picture, as many as there is room for; above them the dates
 * where there is more than one.
 */
final class TimeAxis {
  private static final int ROOM = 5;
  private static final int GAP = 2;
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

  /** A date stands where its first bar does, or is left out. */
  private String days() {
    StringBuilder line = new StringBuilder();
    LocalDate last = LocalDate.MIN;
    for (int t = 0; t < horizon.periods(); t += periodsPerBar) {
      OffsetDateTime start = horizon.startOf(t);
      if (!start.toLocalDate().equals(last)) {
        write(line, t, Clock.day(start));
      }
      last = start.toLocalDate();
    }
    return line.toString();
  }

  private String hours() {
    StringBuilder line = new StringBuilder();
    int everyHours = everyHours();
    for (int t = 0; t < horizon.periods(); t += periodsPerBar) {
      OffsetDateTime start = horizon.startOf(t);
      if (start.getMinute() == 0 && start.getHour() % everyHours == 0) {
        write(line, t, "%02d".formatted(start.getHour()));
      }
    }
    return line.toString();
  }

  private void write(StringBuilder line, int period, String text) {
    int column = period / periodsPerBar * width;
    if (line.isEmpty() || column >= line.length() + GAP) {
      line.append(" ".repeat(column - line.length())).append(text);
    }
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
}
