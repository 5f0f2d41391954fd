package io.evenflow.study;

import java.util.ArrayList;
import java.util.List;

/** Rows of words as a Markdown table whose columns are aligned, so that terminals can show it. */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(String... columns) {
    rows.add(List.of(columns));
  }

  MarkdownTable row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException("a row has one cell for each column");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Its cells, the names of columns first. */
  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  List<String> lines() {
    int columns = rows.getFirst().size();
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(line(row, width));
      if (lines.size() == 1) {
        lines.add(ruler(width));
      }
    }
    return lines;
  }

  private static String line(List<String> row, int[] width) {
    StringBuilder line = new StringBuilder("|");
    for (int c = 0; c < width.length; c++) {
      String blank = " ".repeat(width[c] - row.get(c).length());
      line.append(c < 2 ? " " + row.get(c) + blank + " |" : " " + blank + row.get(c) + " |");
    }
    return line.toString();
  }

  private static String ruler(int[] width) {
    StringBuilder line = new StringBuilder("|");
    for (int c = 0; c < width.length; c++) {
      line.append("-".repeat(width[c] + (c < 2 ? 2 : 1))).append(c < 2 ? "|" : ":|");
    }
    return line.toString();
  }
}
