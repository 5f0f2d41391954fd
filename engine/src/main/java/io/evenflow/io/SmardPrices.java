package io.evenflow.io;

import io.evenflow.io.CsvTable.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Market data as SMARD.de hands it out, German or English: {@code Datum von;Datum
 * bis;Deutschland/Luxemburg [€/MWh] …}, or the older {@code Datum;Anfang;Ende;…}. Times are German
 * local time, {@code -} stands for a missing price. Of several zones' prices those of
 * Germany/Luxembourg count.
 */
record SmardPrices(CsvTable table, int date, int clock, int end, int price) implements PriceLayout {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Pattern PRICE = Pattern.compile("(?i).*?\\s*\\[.{1,3}/[kmg]wh].*");

  static boolean wrote(CsvTable table) {
    boolean hasUnit = table.header().stream().anyMatch(name -> PRICE.matcher(name).matches());
    return start(table) != CsvTable.NONE
        || (date(table) != CsvTable.NONE && clock(table) != CsvTable.NONE && hasUnit);
  }

  private static int start(CsvTable table) {
    return table.column(name -> name.equals("datum von") || name.equals("start date"));
  }

  private static int date(CsvTable table) {
    return table.column(name -> name.equals("datum") || name.equals("date"));
  }

  private static int clock(CsvTable table) {
    return table.column(name -> name.equals("anfang") || name.equals("start"));
  }

  /** The column that says when a price begins, or on which day. */
  static int first(CsvTable table) {
    int start = start(table);
    return start == CsvTable.NONE ? date(table) : start;
  }

  static SmardPrices of(CsvTable table, int price) {
    if (price == CsvTable.NONE) {
      throw noPrice(table);
    }
    int start = start(table);
    return start == CsvTable.NONE
        ? new SmardPrices(table, date(table), clock(table), CsvTable.NONE, price)
        : new SmardPrices(table, start, CsvTable.NONE, end(table), price);
  }

  private static int end(CsvTable table) {
    return table.column(name -> name.equals("datum bis") || name.equals("end date"));
  }

  /** Of several zones' prices those of Germany/Luxembourg. */
  static int price(CsvTable table) {
    List<Integer> prices = prices(table);
    return prices.size() == 1
        ? prices.getFirst()
        : prices.stream()
            .filter(
                c ->
                    table
                        .header()
                        .get(c)
                        .matches("(Deutschland/Luxemburg|Germany/Luxembourg)\\b.*"))
            .findFirst()
            .orElse(CsvTable.NONE);
  }

  private static List<Integer> prices(CsvTable table) {
    return table.columns(name -> PRICE.matcher(name).matches());
  }

  private static InputException noPrice(CsvTable table) {
    List<Integer> prices = prices(table);
    if (!prices.isEmpty()) {
      return severalZones(table, prices);
    }
    return new InputException(
        table.file() + ": has no column of prices among " + String.join(", ", table.header()),
        table.header().stream().anyMatch(name -> name.contains("[MWh]"))
            ? "Maybe generation or consumption was downloaded in place of market prices."
            : "Maybe name it 'Deutschland/Luxemburg [€/MWh]'.");
  }

  private static InputException severalZones(CsvTable table, List<Integer> prices) {
    return new InputException(
        table.file()
            + ": has prices of "
            + String.join(", ", prices.stream().map(table.header()::get).toList())
            + " and none of Germany/Luxembourg",
        "Maybe remove all columns of prices but one.");
  }

  @Override
  public List<PriceRow> rows(String currency) {
    PriceUnit.require(table.file(), table.header().get(price), currency);
    List<@Nullable Double> prices =
        NumberColumn.read(table, price, Quantity.PRICE_PER_MWH, MissingPrice::is);
    LocalRows local = new LocalRows(table, ZONE, date, this::startText);
    List<PriceRow> rows = new ArrayList<>();
    for (int i : local.order()) {
      Row row = table.rows().get(i);
      Instant from = local.start(row, prices.get(i) == null);
      if (from != null) {
        Instant until = end == CsvTable.NONE ? null : local.end(row, from, end, row.at(end));
        rows.add(new PriceRow(row.line(), from, until, prices.get(i)));
      }
    }
    return rows;
  }

  private String startText(Row row) {
    return clock == CsvTable.NONE ? row.at(date) : row.at(date) + " " + row.at(clock);
  }
}
