package io.evenflow.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A table in a text file: a line of column names, then rows of as many fields.
 *
 * @param file how errors name it
 * @param separator what stands between fields: a comma, a semicolon or a tab, whichever the header
 *     has most of
 */
public record CsvTable(String file, char separator, List<String> header, List<Row> rows) {
  /** Where no column is. */
  public static final int NONE = -1;

  private static final int SHOWN = 3;

  /**
   * A row.
   *
   * @param line its first line in the file, counted from 1
   */
  public record Row(long line, List<String> fields) {
    public String at(int column) {
      return fields.get(column);
    }
  }

  /**
   * Parses a text.
   *
   * @throws InputException where a row has more or fewer fields than the header
   */
  public static CsvTable parse(String file, String text) {
    char separator = separator(text.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
    List<Row> rows = rows(file, CsvText.withoutMark(text), separator);
    if (rows.isEmpty()) {
      throw new InputException(file + ": is empty", "Maybe the download failed.");
    }
    List<String> header = rows.removeFirst().fields();
    CsvTable table = new CsvTable(file, separator, header, List.copyOf(rows));
    rows.forEach(table::requireWidth);
    return table;
  }

  /** The one most often outside quotation marks; a comma where there is only one column. */
  private static char separator(String header) {
    String bare = header.replaceAll("\"[^\"]*\"", "");
    char most = ',';
    for (char each : new char[] {';', '\t'}) {
      if (count(bare, each) > count(bare, most)) {
        most = each;
      }
    }
    return most;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(each -> each == wanted).count();
  }

  private static List<Row> rows(String file, String text, char separator) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        if (!row.getFields().stream().allMatch(String::isBlank)) {
          rows.add(new Row(row.getStartingLineNumber(), inOneLine(row.getFields())));
        }
      }
    } catch (CsvParseException | IOException problem) {
      throw new InputException(
          file + ": not CSV: " + problem.getMessage(),
          "Maybe a quotation mark is missing or too many.");
    }
    return rows;
  }

  /** Errors quote cells, and are one line. */
  private static List<String> inOneLine(List<String> fields) {
    return fields.stream().map(field -> field.replaceAll("\\R", " ").strip()).toList();
  }

  private void requireWidth(Row row) {
    int found = row.fields().size();
    if (found != header.size()) {
      throw error(
          row,
          "has %d field%s where the header has %d"
              .formatted(found, found == 1 ? "" : "s", header.size()),
          CsvWidthHint.of(this, row));
    }
  }

  /** The first column whose name, in small letters, is wanted; {@link #NONE} without one. */
  public int column(Predicate<String> wanted) {
    return IntStream.range(0, header.size())
        .filter(c -> wanted.test(header.get(c).toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(NONE);
  }

  /**
   * The column of a name as the header has it.
   *
   * @throws InputException where there is none
   */
  public int named(String name) {
    int column = header.indexOf(name);
    if (column == NONE) {
      throw new InputException(
          "%s: has no column '%s' among %s".formatted(file, name, String.join(", ", header)),
          Suggestion.of(name, header.toArray(String[]::new)));
    }
    return column;
  }

  /** The columns whose names, in small letters, are wanted. */
  public List<Integer> columns(Predicate<String> wanted) {
    return IntStream.range(0, header.size())
        .filter(c -> wanted.test(header.get(c).toLowerCase(Locale.ROOT)))
        .boxed()
        .toList();
  }

  /** The first rows, for who wants to see what columns hold. */
  public List<List<String>> sample() {
    return rows.stream().limit(SHOWN).map(Row::fields).toList();
  }

  public InputException error(Row row, String sentence, String maybe) {
    return new InputException(file + ", line " + row.line() + ": " + sentence, maybe);
  }

  /** An error about the value of a cell. */
  public InputException error(Row row, int column, String sentence, String maybe) {
    return error(row, header.get(column) + " ('" + row.at(column) + "') " + sentence, maybe);
  }
}
