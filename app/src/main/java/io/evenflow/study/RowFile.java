package io.evenflow.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code rows.csv} of a study: the rows of runs that ended, each durable before the next begins.
 */
final class RowFile implements AutoCloseable {
  private final CsvLines lines;

  private RowFile(CsvLines lines) {
    this.lines = lines;
  }

  /** Opens a file, new or left by a study that was killed. */
  static RowFile open(Path path) throws IOException {
    return new RowFile(CsvLines.open(path, Row.columns()));
  }

  /** Rows there are, in the order they ended. */
  List<Row> rows() {
    return lines.lines().stream().map(Row::of).toList();
  }

  /** Appends a row; it is durable on return. */
  void append(Row row) throws IOException {
    lines.append(row.fields());
  }

  static String line(List<String> fields) throws IOException {
    return CsvLines.line(fields);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
