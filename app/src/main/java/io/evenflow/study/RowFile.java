package io.evenflow.study;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code rows.csv}: a line is on the disk before the next run begins. What follows the last line
 * end is a row a killed study was writing; it is cut off, and its run is repeated.
 */
final class RowFile implements AutoCloseable {
  private final FileChannel channel;
  private final List<Row> rows;

  private RowFile(FileChannel channel, List<Row> rows) {
    this.channel = channel;
    this.rows = rows;
  }

  /** Opens a file, new or left by a study that was killed. */
  static RowFile open(Path path) throws IOException {
    String text = Files.exists(path) ? Files.readString(path) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    RowFile file = new RowFile(channel, new ArrayList<>(parse(path, whole)));
    if (whole.isEmpty()) {
      file.write(Row.columns());
    }
    return file;
  }

  private static List<Row> parse(Path path, String text) {
    List<Row> rows = new ArrayList<>();
    List<String> columns = Row.columns();
    for (CsvRecord line : CsvReader.builder().ofCsvRecord(text)) {
      boolean isHeader = line.getStartingLineNumber() == 1;
      if (isHeader ? !line.getFields().equals(columns) : line.getFieldCount() != columns.size()) {
        throw new IllegalArgumentException(
            path + ", line " + line.getStartingLineNumber() + ": not a row of a study");
      }
      if (!isHeader) {
        rows.add(Row.of(line.getFields()));
      }
    }
    return rows;
  }

  /** Rows there are, in the order they ended. */
  synchronized List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Appends a row; it is durable on return. */
  synchronized void append(Row row) throws IOException {
    write(row.fields());
    rows.add(row);
  }

  private void write(List<String> fields) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line(fields).getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Sentences lose their line breaks: a line end is the end of a row and nothing else. */
  static String line(List<String> fields) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(fields.stream().map(field -> field.replaceAll("\\R", " ")).toList());
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
