package io.evenflow.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of words as a Markdown table whose columns are aligned, so that terminals can show it. */
public final class MarkdownTable {
  /** The first columns, to the left: what a row is of. */
  private static final int NAMES = 2;

  private final List<List<String>> rows = new ArrayList<>();

  public MarkdownTable(String... columns) {
    rows.add(List.of(columns));
  }

  /** Adds a row, one cell for each column. */
  public MarkdownTable row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException("a row has one cell for each column");
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Its cells, the names of columns first. */
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** Lines of any width. */
  public List<String> lines() {
    return lines(Integer.MAX_VALUE);
  }

  /** Lines of some width: where columns do not fit, they follow in a table below. */
  public List<String> lines(int most) {
    int[] width = widths();
    List<String> lines = new ArrayList<>();
    int from = NAMES;
    do {
      int to = from;
      int total = length(width, 0, NAMES);
      while (to < width.length && (to == from || total + length(width, to, to + 1) <= most)) {
        total += length(width, to, to + 1);
        to++;
      }
      if (!lines.isEmpty()) {
        lines.add("");
      }
      addLines(lines, width, from, to);
      from = to;
    } while (from < width.length);
    return lines;
  }

  private int[] widths() {
    int[] width = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int c = 0; c < width.length; c++) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
    }
    return width;
  }

  /** Of some columns with their bars. */
  private static int length(int[] width, int from, int to) {
    return Arrays.stream(width, from, to).map(each -> each + 3).sum() + (from == 0 ? 1 : 0);
  }

  private void addLines(List<String> lines, int[] width, int from, int to) {
    int[] columns =
        IntStream.concat(IntStream.range(0, NAMES), IntStream.range(from, to)).toArray();
    lines.add(line(rows.getFirst(), width, columns));
    lines.add(ruler(width, columns));
    rows.stream().skip(1).forEach(row -> lines.add(line(row, width, columns)));
  }

  private static String line(List<String> row, int[] width, int[] columns) {
    StringBuilder line = new StringBuilder("|");
    for (int c : columns) {
      String cell = row.get(c);
      String blank = " ".repeat(width[c] - cell.length());
      line.append(c < NAMES ? " " + cell + blank + " |" : " " + blank + cell + " |");
    }
    return line.toString();
  }

  private static String ruler(int[] width, int[] columns) {
    StringBuilder line = new StringBuilder("|");
    for (int c : columns) {
      line.append("-".repeat(width[c] + (c < NAMES ? 2 : 1))).append(c < NAMES ? "|" : ":|");
    }
    return line.toString();
  }
}
