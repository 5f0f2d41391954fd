package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvTable.Row;
import io.evenflow.io.InputException;
import io.evenflow.io.NumberColumn;
import io.evenflow.io.Quantity;
import io.evenflow.time.Horizon;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of loads or of PV: a column of times, of clock times of a day that comes again every day,
 * or of its hours, and columns of numbers. The file has its own step.
 */
final class ProfileFile {
  private final CsvTable table;
  private final int timeColumn;
  private final ProfileTimes times;

  private ProfileFile(CsvTable table) {
    this.table = table;
    if (table.rows().isEmpty()) {
      throw new InputException(table.file() + ": has no rows", "Maybe the download was empty.");
    }
    timeColumn = timeColumn();
    times = ProfileTimes.of(table, timeColumn);
  }

  static ProfileFile read(TableText table) {
    return new ProfileFile(CsvTable.parse(table.file(), table.csv()));
  }

  private int timeColumn() {
    Row first = table.rows().getFirst();
    return IntStream.range(0, table.header().size())
        .filter(c -> ProfileTimes.isTime(table.header().get(c), first.at(c)))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "%s: has no column of times among %s"
                        .formatted(table.file(), String.join(", ", table.header())),
                    "Maybe write them as 2024-04-09T00:15:00+02:00, or as 00:15 of every day."));
  }

  String file() {
    return table.file();
  }

  String header(int column) {
    return table.header().get(column);
  }

  /** The columns that hold numbers. */
  List<Integer> columns() {
    List<Integer> columns = new ArrayList<>();
    for (int c = 0; c < table.header().size(); c++) {
      String cell = table.rows().getFirst().at(c);
      if (c != timeColumn && cell.matches("[+-]?[\\d.,]+([eE][+-]?\\d+)?")) {
        columns.add(c);
      }
    }
    return columns;
  }

  /** The unit of a column as its name or a column {@code unit} says it; empty where none does. */
  String unit(int column) {
    String named = ColumnName.of(header(column)).unit();
    if (named != null) {
      return named;
    }
    int units = table.column("unit"::equals);
    return units == CsvTable.NONE ? "" : table.rows().getFirst().at(units);
  }

  /**
   * A column's numbers over a horizon: each holds for its step of the file, and a period gets the
   * mean of what holds in it.
   *
   * @param zone whose local time times without an offset are
   * @throws InputException where a stretch of the horizon has none
   */
  double[] over(Horizon horizon, int column, ZoneId zone, Notes notes) {
    double[] numbers =
        NumberColumn.read(table, column, Quantity.NUMBER, text -> false).stream()
            .mapToDouble(number -> number == null ? Double.NaN : number)
            .toArray();
    return times.over(horizon, numbers, zone, notes);
  }

  /** The file's step. Unit: hours. */
  double stepHours() {
    return times.stepSeconds() / 3600.0;
  }
}
