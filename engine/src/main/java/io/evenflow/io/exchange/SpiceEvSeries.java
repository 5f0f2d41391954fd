package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvText;
import io.evenflow.io.InputException;
import io.evenflow.io.JsonObject;
import io.evenflow.io.NumberColumn;
import io.evenflow.io.Quantity;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A series of powers in a SpiceEV scenario: numbers, or a column of a CSV file beside it, at a step
 * of its own from a start, times a factor. Before and after it is 0.
 */
final class SpiceEvSeries {
  private final JsonObject entry;
  private final @Nullable Path folder;

  /**
   * @param folder where the scenario is, null where it may name no files
   */
  SpiceEvSeries(JsonObject entry, @Nullable Path folder) {
    this.entry = entry;
    this.folder = folder;
  }

  /**
   * Its mean over each period. Unit: kW
   *
   * @throws InputException where its file is missing or has no such column
   */
  double[] kw(Horizon horizon) {
    double[] numbers = entry.has("values") ? entry.numbers("values") : ofFile();
    double factor = entry.numberOr(1, "factor");
    double step = entry.number("step_duration_s");
    Instant start = SpiceEvTime.time(entry, "start_time").toInstant();
    double[] kw = new double[horizon.periods()];
    for (int t = 0; t < kw.length; t++) {
      double from = seconds(start, horizon.startOf(t).toInstant());
      double to = seconds(start, horizon.startOf(t + 1).toInstant());
      kw[t] = Rounded.fine(factor * mean(numbers, from / step, to / step));
    }
    return kw;
  }

  /** Whether each period has one number of it, as each step of SpiceEV does. */
  boolean fits(Horizon horizon) {
    double period = 60.0 * horizon.stepMinutes();
    Instant start = SpiceEvTime.time(entry, "start_time").toInstant();
    return entry.number("step_duration_s") % period == 0
        && seconds(start, horizon.startOf(0).toInstant()) % period == 0;
  }

  private static double seconds(Instant start, Instant time) {
    return Duration.between(start, time).toMillis() / 1000.0;
  }

  /** Mean between two positions, counted in numbers. */
  private static double mean(double[] numbers, double from, double to) {
    double sum = 0;
    int first = (int) Math.max(0, Math.floor(from));
    int last = (int) Math.min(numbers.length, Math.ceil(to));
    for (int i = first; i < last; i++) {
      sum += numbers[i] * (Math.min(i + 1.0, to) - Math.max(i, from));
    }
    return sum / (to - from);
  }

  private double[] ofFile() {
    String name = entry.text("csv_file");
    if (folder == null) {
      throw entry.error(
          "csv_file ('" + name + "') names a file, and there is no folder to look in",
          "Maybe give the numbers themselves, as values.");
    }
    Path path = folder.resolve(name);
    CsvTable table = CsvTable.parse(path.toString(), CsvText.read(path));
    String wanted = entry.text("column");
    int column = table.header().indexOf(wanted);
    if (column < 0) {
      throw entry.error(
          "column ('%s') is not in %s, which has %s"
              .formatted(wanted, name, String.join(", ", table.header())),
          "Maybe the file is another version's.");
    }
    return NumberColumn.read(table, column, Quantity.POWER_KW, text -> false).stream()
        .mapToDouble(number -> number == null ? 0 : number)
        .toArray();
  }
}
