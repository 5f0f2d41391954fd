package io.evenflow.city.portfolio;

import io.evenflow.io.CsvTable;
import io.evenflow.io.InputException;
import java.util.List;

/**
 * {@code feeders.csv}: a row per feeder. A row names a scenario file, or what its day is drawn
 * from; columns of the other kind may be empty or not be there.
 */
final class FeederTable {
  static final String HEADER = "id,substation,scenario,case,loadScale,stations,sessions,seed";
  private final CsvTable table;

  FeederTable(CsvTable table) {
    this.table = table;
    for (String name : table.header()) {
      if (!List.of(HEADER.split(",")).contains(name)) {
        throw new InputException(
            table.file() + ": column '" + name + "' is none of " + HEADER,
            "Maybe it is misspelt: columns are found by their names.");
      }
    }
  }

  List<CsvTable.Row> rows() {
    return table.rows();
  }

  PlacedFeeder feeder(CsvTable.Row row, int index) {
    String scenario = textOrNone(row, "scenario");
    boolean drawn = scenario.isEmpty();
    return new PlacedFeeder(
        index,
        text(row, "id"),
        text(row, "substation"),
        scenario,
        drawn ? text(row, "case") : "",
        drawn ? number(row, "loadScale", 0, 100) : 0,
        drawn ? (int) number(row, "stations", 1, 100_000) : 0,
        drawn ? (int) number(row, "sessions", 0, 1_000_000) : 0,
        drawn ? (long) number(row, "seed", -1L << 53, 1L << 53) : 0);
  }

  InputException error(CsvTable.Row row, String sentence, String maybe) {
    return table.error(row, sentence, maybe);
  }

  private int column(String name) {
    return table.header().indexOf(name);
  }

  private String textOrNone(CsvTable.Row row, String name) {
    return column(name) < 0 ? "" : row.at(column(name));
  }

  private String text(CsvTable.Row row, String name) {
    String text = textOrNone(row, name);
    if (text.isEmpty()) {
      throw error(
          row,
          name + " is missing",
          "Maybe name a scenario file in the column scenario, or fill in what is drawn from.");
    }
    return text;
  }

  private double number(CsvTable.Row row, String name, double least, double most) {
    String text = text(row, name);
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
      throw error(
          row,
          "%s (%s) must be from %s to %s".formatted(name, text, least, most),
          "Maybe a digit is too much, or a column is shifted.");
    } catch (NumberFormatException problem) {
      throw error(row, name + " ('" + text + "') must be a number", "Maybe a column is shifted.");
    }
  }
}
