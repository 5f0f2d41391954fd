package io.evenflow.report;

import io.evenflow.time.Horizon;

/** Hours written above the bars of a picture, as many as there is room for. */
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

  String line() {
    StringBuilder line = new StringBuilder();
    int everyHours = everyHours();
    for (int t = 0; t < horizon.periods(); t += periodsPerBar) {
      var start = horizon.startOf(t);
      int column = t / periodsPerBar * width;
      boolean wanted = start.getMinute() == 0 && start.getHour() % everyHours == 0;
      if (wanted && column >= line.length() + (line.isEmpty() ? 0 : 2)) {
        line.append(" ".repeat(column - line.length()));
        line.append("%02d".formatted(start.getHour()));
      }
    }
    return line.toString();
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
