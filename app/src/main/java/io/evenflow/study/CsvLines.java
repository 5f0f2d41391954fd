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
 * A CSV file that grows: a line is on the disk before the next run begins. What follows the last
 * line end is a row a killed run was writing; it is cut off, and its run is repeated.
 */
public final class CsvLines implements AutoCloseable {
  private final FileChannel channel;
  private final List<List<String>> lines;

  private CsvLines(FileChannel channel, List<List<String>> lines) {
    this.channel = channel;
    this.lines = lines;
  }

  /**
   * Opens a file, new or left by a run that was killed.
   *
   * @throws IllegalArgumentException where it has other columns
   */
  public static CsvLines open(Path path, List<String> columns) throws IOException {
    String text = Files.exists(path) ? Files.readString(path) : "";
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    CsvLines file = new CsvLines(channel, new ArrayList<>(parse(path, whole, columns)));
    if (whole.isEmpty()) {
      file.write(columns);
    }
    return file;
  }

  private static List<List<String>> parse(Path path, String text, List<String> columns) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvRecord line : CsvReader.builder().ofCsvRecord(text)) {
      boolean isHeader = line.getStartingLineNumber() == 1;
      if (isHeader ? !line.getFields().equals(columns) : line.getFieldCount() != columns.size()) {
        throw new IllegalArgumentException(
            path + ", line " + line.getStartingLineNumber() + ": not a row of these runs");
      }
      if (!isHeader) {
        rows.add(List.copyOf(line.getFields()));
      }
    }
    return rows;
  }

  /** Lines there are but the names of columns, in the order they were written. */
  public synchronized List<List<String>> lines() {
    return List.copyOf(lines);
  }

  /** Appends a line; it is durable on return. */
  public synchronized void append(List<String> fields) throws IOException {
    write(fields);
    lines.add(List.copyOf(fields));
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
