package io.evenflow.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * Rows of cells in aligned columns: words to the left, as the first column always, numbers to the
 * right. Where it would be wider than a terminal, names are shortened.
 */
final class Table {
  private static final String GAP = "  ";

  /** A shorter name would say nothing. Unit: columns of a terminal. */
  private static final int LEAST_NAME = 8;

  private final List<List<String>> rows = new ArrayList<>();
  private final BitSet words = new BitSet();
  private final BitSet names = new BitSet();

  Table() {
    words.set(0);
  }

  /** Columns of words. */
  Table words(int... columns) {
    Arrays.stream(columns).forEach(words::set);
    return this;
  }

  /** Columns of words that may be shortened. */
  Table names(int... columns) {
    Arrays.stream(columns).forEach(names::set);
    return words(columns);
  }

  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** Columns become rows. */
  Table transposed() {
    Table transposed = new Table();
    for (int c = 0; c < columns(); c++) {
      int column = c;
      transposed.row(rows.stream().map(row -> row.get(column)).toArray(String[]::new));
    }
    return transposed;
  }

  List<String> lines() {
    int[] width = fitting(widths());
    return rows.stream().map(row -> line(row, width)).toList();
  }

  private int columns() {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  private int[] widths() {
    int[] width = new int[columns()];
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        width[c] = Math.max(width[c], TextWidth.of(row.get(c)));
      }
    }
    return width;
  }

  private static int total(int[] width) {
    return Arrays.stream(width).sum() + GAP.length() * Math.max(0, width.length - 1);
  }

  /** Takes from the widest column of names until all fits, or there is nothing left to take. */
  private int[] fitting(int[] width) {
    for (int excess = total(width) - TextWidth.TERMINAL; excess > 0; excess--) {
      OptionalInt widest =
          names.stream()
              .filter(name -> width[name] > LEAST_NAME)
              .reduce((one, other) -> width[other] > width[one] ? other : one);
      if (widest.isEmpty()) {
        break;
      }
      width[widest.getAsInt()]--;
    }
    return width;
  }

  private String line(List<String> row, int[] width) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      String cell = TextWidth.shortened(row.get(c), width[c]);
      String blank = " ".repeat(width[c] - TextWidth.of(cell));
      line.append(c == 0 ? "" : GAP).append(words.get(c) ? cell + blank : blank + cell);
    }
    return line.toString().stripTrailing();
  }
}
