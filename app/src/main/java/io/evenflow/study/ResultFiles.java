package io.evenflow.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code results.csv} and {@code times.csv}: sorted, and apart, so that repeating a study repeats
 * the first file byte by byte.
 */
final class ResultFiles {
  private ResultFiles() {}

  static void write(List<Row> rows, Path folder) throws IOException {
    List<String> columns = Row.columns();
    int time = columns.size() - 1;
    StringBuilder results = new StringBuilder(RowFile.line(columns.subList(0, time)));
    List<String> timeColumns = new ArrayList<>(Row.KEY);
    timeColumns.add("seconds");
    StringBuilder times = new StringBuilder(RowFile.line(timeColumns));
    for (Row row : rows) {
      results.append(RowFile.line(row.fields().subList(0, time)));
      List<String> fields = new ArrayList<>(row.key());
      fields.add(Double.toString(row.seconds()));
      times.append(RowFile.line(fields));
    }
    Files.writeString(folder.resolve("results.csv"), results);
    Files.writeString(folder.resolve("times.csv"), times);
  }
}
