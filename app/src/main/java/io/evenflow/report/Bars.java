package io.evenflow.report;

import java.util.ArrayList;
import java.util.List;

/** Bars of Unicode blocks, one per period, side by side. */
final class Bars {
  private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
  private final int width;

  /**
   * @param width characters per bar
   */
  Bars(int width) {
    this.width = width;
  }

  /** One line: the smallest value is the lowest bar, the greatest the highest. */
  String between(double[] values, double low, double high) {
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      double share = high > low ? (value - low) / (high - low) : 0;
      append(line, EIGHTHS.charAt(1 + (int) Math.round(7 * Math.clamp(share, 0, 1))));
    }
    return line.toString();
  }

  /** Lines from the top for the positive values; a value of {@code full} fills them all. */
  List<String> upwards(double[] values, double full, int height) {
    List<String> lines = new ArrayList<>();
    for (int row = height - 1; row >= 0; row--) {
      StringBuilder line = new StringBuilder();
      for (double value : values) {
        append(line, EIGHTHS.charAt(Math.clamp(steps(value, full, 8 * height) - 8L * row, 0, 8)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Lines from the top for the negative values, hanging down; halves are the finest there are. */
  List<String> downwards(double[] values, double full, int height) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < height; row++) {
      StringBuilder line = new StringBuilder();
      for (double value : values) {
        append(line, " ▀█".charAt(Math.clamp(steps(-value, full, 2 * height) - 2L * row, 0, 2)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Whatever is not nothing is at least one step high. */
  private static int steps(double value, double full, int most) {
    if (value <= 1e-6 * full) {
      return 0;
    }
    return Math.max(1, (int) Math.round(most * value / full));
  }

  /** A mark below the periods that have one. */
  String marks(boolean[] marked, char mark) {
    StringBuilder line = new StringBuilder();
    for (boolean each : marked) {
      append(line, each ? mark : ' ');
    }
    return line.toString();
  }

  private void append(StringBuilder line, char block) {
    line.append(Character.toString(block).repeat(width));
  }
}
