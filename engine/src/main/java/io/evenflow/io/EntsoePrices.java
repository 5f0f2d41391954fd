package io.evenflow.io;

import io.evenflow.io.CsvTable.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Day-ahead prices as the transparency platform of ENTSO-E hands them out: a column such as {@code
 * MTU (CET/CEST)} with {@code 10/03/2025 00:00:00 - 10/03/2025 00:59:59}, in older files {@code
 * 10.03.2025 00:00 - 10.03.2025 01:00}, and one such as {@code Day-ahead Price (EUR/MWh)}. Of
 * several sequences, as auctions are called there, the first counts.
 */
record EntsoePrices(CsvTable table, ZoneId zone, int time, int price) implements PriceLayout {
  private static final Pattern TIME = Pattern.compile("mtu(?: *\\((.*)\\))?");
  private static final Pattern PRICE =
      Pattern.compile("(?i)day-ahead price *[\\[(][a-z]{3}/[kmg]wh[\\])]");

  /** Any place of a zone's time: the European Union changes all its clocks at one instant. */
  private static final Map<String, ZoneId> ZONES =
      new TreeMap<>(
          Map.of(
              "utc", ZoneId.of("UTC"),
              "wet/west", ZoneId.of("Europe/Lisbon"),
              "cet/cest", ZoneId.of("Europe/Brussels"),
              "eet/eest", ZoneId.of("Europe/Helsinki")));

  static boolean wrote(CsvTable table) {
    return time(table) != CsvTable.NONE;
  }

  static int time(CsvTable table) {
    return table.column(name -> TIME.matcher(name).matches());
  }

  static int price(CsvTable table) {
    return table.column(name -> PRICE.matcher(name).matches());
  }

  static EntsoePrices of(CsvTable table, int price) {
    int time = time(table);
    if (price == CsvTable.NONE) {
      throw new InputException(
          table.file() + ": has no column of prices among " + String.join(", ", table.header()),
          table.header().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("price"))
              ? "Maybe name it 'Day-ahead Price (EUR/MWh)'."
              : "Maybe another item than day-ahead prices was downloaded.");
    }
    return new EntsoePrices(table, zone(table, time), time, price);
  }

  private static ZoneId zone(CsvTable table, int time) {
    String column = table.header().get(time);
    Matcher name = TIME.matcher(column.toLowerCase(Locale.ROOT));
    String zone = name.matches() && name.group(1) != null ? name.group(1) : "";
    ZoneId known = ZONES.get(zone);
    if (known == null) {
      throw new InputException(
          table.file() + ": column '" + column + "' does not name a time zone that is known",
          zone.equals("cet")
              ? "Maybe it keeps summer time: then write MTU (CET/CEST)."
              : "Maybe one of these is meant: MTU (UTC), MTU (WET/WEST), MTU (CET/CEST),"
                  + " MTU (EET/EEST).");
    }
    return known;
  }

  @Override
  public List<PriceRow> rows(String currency) {
    PriceUnit.require(table.file(), table.header().get(price), currency);
    requireOneArea();
    CsvTable first = firstSequence();
    List<@Nullable Double> prices =
        NumberColumn.read(first, price, Quantity.PRICE_PER_MWH, MissingPrice::is);
    LocalRows local = new LocalRows(first, zone, time, row -> part(row, 0));
    List<PriceRow> rows = new ArrayList<>();
    for (int i : local.order()) {
      Row row = first.rows().get(i);
      Instant from = local.start(row, prices.get(i) == null);
      if (from != null) {
        Instant until = local.end(row, from, time, part(row, 1));
        rows.add(new PriceRow(row.line(), from, until, prices.get(i)));
      }
    }
    return rows;
  }

  /** The start or the end of a row's "start - end". */
  private String part(Row row, int which) {
    String[] parts = row.at(time).split(" +[-–] +", -1);
    if (parts.length != 2) {
      throw table.error(
          row,
          time,
          "must be a start and an end, as 10/03/2025 00:00:00 - 10/03/2025 01:00:00",
          "Maybe the file was changed after the download.");
    }
    return parts[which].strip();
  }

  private void requireOneArea() {
    int area = table.column("area"::equals);
    if (area == CsvTable.NONE) {
      return;
    }
    List<String> areas = table.rows().stream().map(row -> row.at(area)).distinct().toList();
    if (areas.size() > 1) {
      throw new InputException(
          table.file() + ": holds prices of " + String.join(", ", areas),
          "Maybe keep only the lines of one of these areas.");
    }
  }

  /** Lines that name no sequence are of the time before there were several. */
  private CsvTable firstSequence() {
    int column = table.column("sequence"::equals);
    OptionalInt least =
        column == CsvTable.NONE
            ? OptionalInt.empty()
            : table.rows().stream()
                .map(row -> sequence(row, column))
                .flatMapToInt(OptionalInt::stream)
                .min();
    if (least.isEmpty()) {
      return table;
    }
    List<Row> rows =
        table.rows().stream()
            .filter(row -> sequence(row, column).orElse(least.getAsInt()) == least.getAsInt())
            .toList();
    return new CsvTable(table.file(), table.separator(), table.header(), rows);
  }

  private static OptionalInt sequence(Row row, int column) {
    Matcher number = Pattern.compile("\\d{1,9}").matcher(row.at(column));
    return number.find() ? OptionalInt.of(Integer.parseInt(number.group())) : OptionalInt.empty();
  }
}
