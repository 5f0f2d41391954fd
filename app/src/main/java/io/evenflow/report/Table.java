package io.evenflow.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of words in aligned columns: the first column to the left, the others to the right. */
final class Table {
  private static final String GAP = "  ";
  private final List<List<String>> rows = new ArrayList<>();

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        width[c] = Math.max(width[c], row.get(c).length());
      }
    }
    return rows.stream().map(row -> line(row, width)).toList();
  }

  private static String line(List<String> row, int[] width) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      String cell = row.get(c);
      String blank = " ".repeat(width[c] - cell.length());
      line.append(c == 0 ? cell + blank : GAP + blank + cell);
    }
    return line.toString().stripTrailing();
  }
}
