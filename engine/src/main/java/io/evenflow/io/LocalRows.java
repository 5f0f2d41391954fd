package io.evenflow.io;

import io.evenflow.io.CsvTable.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Starts and ends of rows that are written in a zone's local time. Which of the two hours is meant
 * when clocks go back follows from the order of the rows, so that must be the order of time, or its
 * reverse.
 */
final class LocalRows {
  private final CsvTable table;
  private final LocalClock clock;
  private final int column;
  private final Function<Row, String> startText;
  private @Nullable Instant last;
  private @Nullable Row lastRow;

  /**
   * @param column of the starts, as errors name it
   * @param startText what a row says of its start
   */
  LocalRows(CsvTable table, ZoneId zone, int column, Function<Row, String> startText) {
    this.table = table;
    this.clock = new LocalClock(zone);
    this.column = column;
    this.startText = startText;
  }

  /** Indices of the rows, earliest first. */
  List<Integer> order() {
    int count = table.rows().size();
    boolean reversed =
        count > 1
            && written(table.rows().getFirst())
                .local()
                .isAfter(written(table.rows().getLast()).local());
    return IntStream.range(0, count).mapToObj(i -> reversed ? count - 1 - i : i).toList();
  }

  private WrittenTime written(Row row) {
    return written(row, column, startText.apply(row));
  }

  private WrittenTime written(Row row, int where, String text) {
    WrittenTime time = WrittenTime.parse(text);
    if (time == null) {
      throw error(
          row,
          where,
          text,
          "must be a local time such as 10.03.2025 00:15",
          isFirst(row)
              ? "Maybe the file was saved again by a program that writes dates in its own way."
              : "Maybe a typing error, or there is no such time.");
    }
    return time;
  }

  private boolean isFirst(Row row) {
    return row.equals(table.rows().getFirst());
  }

  /**
   * The start of the next row, rows taken in {@link #order()}.
   *
   * @param isEmpty whether the row has no price; then it may stand in the hour that clocks leave
   *     out
   * @return null for such a row
   */
  @Nullable Instant start(Row row, boolean isEmpty) {
    WrittenTime time = written(row);
    Instant start = clock.next(time);
    if (start == null) {
      if (isEmpty) {
        return null;
      }
      throw error(
          row,
          column,
          startText.apply(row),
          "is a time that clocks never show in " + clock.zone(),
          "Maybe the file's times are of another zone.");
    }
    Row before = lastRow;
    if (before != null && last != null && !start.isAfter(last)) {
      throw error(
          row,
          column,
          startText.apply(row),
          "must come after line " + before.line() + " ('" + startText.apply(before) + "')",
          start.equals(last)
              ? "Maybe one of the two lines is left from another file."
              : "Maybe sort the lines by time.");
    }
    last = start;
    lastRow = row;
    return start;
  }

  /** The end that a row states. */
  Instant end(Row row, Instant start, int where, String text) {
    WrittenTime time = written(row, where, text);
    // Some files end a period with its last second.
    boolean isLastSecond = time.local().getSecond() == 59;
    Instant end = clock.after(start, isLastSecond ? time.local().plusSeconds(1) : time.local());
    if (end == null) {
      throw error(
          row,
          where,
          text,
          "must come after the start ('" + startText.apply(row) + "')",
          "Maybe one of the two is a typing error.");
    }
    return end;
  }

  private InputException error(Row row, int where, String text, String bound, String maybe) {
    return table.error(row, table.header().get(where) + " ('" + text + "') " + bound, maybe);
  }
}
