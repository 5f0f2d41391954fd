package io.evenflow.study;

import io.evenflow.time.Horizon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What figures 1 and 2 of the paper draw, as CSV. */
public final class FigureData {
  private static final int HOURS = 24;

  private FigureData() {}

  static void write(List<Row> rows, Path folder) throws IOException {
    Files.writeString(folder.resolve("figure1.csv"), prices());
    Files.writeString(folder.resolve("figure2.csv"), times(rows));
  }

  /** Figure 1: day-ahead prices of 9 April 2024, before noise. */
  static String prices() throws IOException {
    StringBuilder text = new StringBuilder(RowFile.line(List.of("hour", "price_eur_mwh")));
    double[] prices = hourlyPrices();
    for (int hour = 0; hour < HOURS; hour++) {
      text.append(RowFile.line(List.of(Integer.toString(hour), Double.toString(prices[hour]))));
    }
    return text.toString();
  }

  /** Day-ahead prices of 9 April 2024 by hour, before noise. Unit: EUR per MWh. */
  public static double[] hourlyPrices() {
    return DaySeries.prices(new Horizon(DaySeries.start(), HOURS, 60));
  }

  /** Figure 2: time of every sample by method. */
  static String times(List<Row> rows) throws IOException {
    List<String> columns = List.of("case", "sample", "method", "radius", "seconds", "limit_hit");
    StringBuilder text = new StringBuilder(RowFile.line(columns));
    for (Row row : rows) {
      List<String> fields = new ArrayList<>();
      columns.forEach(
          column ->
              fields.add(
                  column.equals("seconds") ? Double.toString(row.seconds()) : row.text(column)));
      text.append(RowFile.line(fields));
    }
    return text.toString();
  }
}
