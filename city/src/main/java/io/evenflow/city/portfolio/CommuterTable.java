package io.evenflow.city.portfolio;

import io.evenflow.city.portfolio.Commuter.Powers;
import io.evenflow.city.portfolio.Commuter.Stay;
import io.evenflow.io.CsvTable;
import io.evenflow.io.CsvText;
import io.evenflow.io.InputException;
import io.evenflow.io.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code commuters.csv}: a row per stay of a vehicle that stays at several feeders. Rows of one
 * vehicle follow each other in order of time; what its battery is stands in the first of them.
 */
final class CommuterTable {
  static final String FILE = "commuters.csv";
  static final String HEADER =
      "vehicle,batteryKwh,minEnergyKwh,startEnergyKwh,endEnergyKwh,feeder,station,arrival,"
          + "departure,departEnergyKwh,usedKwh,chargeMinKw,chargeMaxKw,chargeEfficiency,"
          + "dischargeMinKw,dischargeMaxKw,dischargeEfficiency";
  private static final List<String> COLUMNS = List.of(HEADER.split(","));

  private final CsvTable table;
  private final int periods;
  private final Map<String, PlacedFeeder> feeders = new HashMap<>();
  private final List<Commuter> all = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /** Few are different: each is kept once. */
  private final Map<Powers, Powers> powers = new HashMap<>();

  private final Map<String, String> stations = new HashMap<>();

  private CommuterTable(CsvTable table, int periods, List<PlacedFeeder> feeders) {
    this.table = table;
    this.periods = periods;
    feeders.forEach(feeder -> this.feeders.put(feeder.id(), feeder));
    for (String name : table.header()) {
      if (!COLUMNS.contains(name)) {
        throw new InputException(
            table.file() + ": column '" + name + "' is none of " + HEADER,
            "Maybe it is misspelt: columns are found by their names.");
      }
    }
  }

  /** The vehicles of a portfolio's folder, none where there is no such table. */
  static List<Commuter> read(Path folder, int periods, List<PlacedFeeder> feeders) {
    Path path = folder.resolve(FILE);
    return Files.exists(path)
        ? new CommuterTable(CsvTable.parse(path.toString(), CsvText.read(path)), periods, feeders)
            .commuters()
        : List.of();
  }

  private List<Commuter> commuters() {
    List<CsvTable.Row> own = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      if (!own.isEmpty() && !text(row, "vehicle").equals(text(own.getFirst(), "vehicle"))) {
        add(own);
        own.clear();
      }
      own.add(row);
    }
    if (!own.isEmpty()) {
      add(own);
    }
    return all;
  }

  private void add(List<CsvTable.Row> rows) {
    CsvTable.Row first = rows.getFirst();
    String id = text(first, "vehicle");
    if (!known.add(id)) {
      throw table.error(
          first,
          "vehicle ('" + id + "') appears twice",
          "Maybe its rows do not follow each other, or one of them has another name.");
    }
    Commuter commuter =
        new Commuter(
            id,
            number(first, "batteryKwh"),
            numberOr(0, first, "minEnergyKwh"),
            number(first, "startEnergyKwh"),
            numberOr(0, first, "endEnergyKwh"),
            rows.stream().map(this::stay).toList());
    try {
      commuter.vehicle();
    } catch (IllegalArgumentException e) {
      throw table.error(
          first,
          "vehicle '" + id + "': " + e.getMessage(),
          "Maybe a column is shifted, or stays are not in order of time.");
    }
    all.add(commuter);
  }

  private Stay stay(CsvTable.Row row) {
    String id = text(row, "feeder");
    PlacedFeeder feeder = feeders.get(id);
    if (feeder == null) {
      throw table.error(
          row,
          "feeder ('%s') is none of %s".formatted(id, PortfolioFiles.FEEDERS),
          Suggestion.of(id, feeders.keySet().stream().sorted().limit(1000).toArray(String[]::new)));
    }
    boolean feedsBack = !textOrNone(row, "dischargeMaxKw").isEmpty();
    return new Stay(
        feeder.index(),
        stations.computeIfAbsent(text(row, "station"), name -> name),
        period(row, "arrival"),
        period(row, "departure"),
        numberOr(0, row, "departEnergyKwh"),
        numberOr(0, row, "usedKwh"),
        powers.computeIfAbsent(powers(row, feedsBack), same -> same));
  }

  private Powers powers(CsvTable.Row row, boolean feedsBack) {
    return new Powers(
        numberOr(0, row, "chargeMinKw"),
        number(row, "chargeMaxKw"),
        numberOr(1, row, "chargeEfficiency"),
        feedsBack ? numberOr(0, row, "dischargeMinKw") : 0,
        feedsBack ? number(row, "dischargeMaxKw") : 0,
        numberOr(1, row, "dischargeEfficiency"));
  }

  private int period(CsvTable.Row row, String name) {
    double number = number(row, name);
    if (number != Math.rint(number) || number > periods) {
      throw table.error(
          row,
          "%s (%s) must be a whole number from 0 to %d".formatted(name, text(row, name), periods),
          "Maybe it is a time: periods are counted from 0.");
    }
    return (int) number;
  }

  private String textOrNone(CsvTable.Row row, String name) {
    int column = table.header().indexOf(name);
    return column < 0 ? "" : row.at(column);
  }

  private String text(CsvTable.Row row, String name) {
    String text = textOrNone(row, name);
    if (text.isEmpty()) {
      throw table.error(row, name + " is missing", "Maybe a column is shifted.");
    }
    return text;
  }

  private double numberOr(double other, CsvTable.Row row, String name) {
    return textOrNone(row, name).isEmpty() ? other : number(row, name);
  }

  private double number(CsvTable.Row row, String name) {
    String text = text(row, name);
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException problem) {
      // said below
    }
    throw table.error(
        row,
        "%s ('%s') must be a number of at least 0".formatted(name, text),
        "Maybe a column is shifted.");
  }
}
