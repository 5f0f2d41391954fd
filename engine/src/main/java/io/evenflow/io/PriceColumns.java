package io.evenflow.io;

import io.evenflow.io.CsvTable.Row;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The plain layout: a column of starts, one of prices, and one of ends if need be.
 *
 * <p>Starts: {@code start}, {@code start_utc}, {@code start_local}, {@code time}, {@code timestamp}
 * or {@code hour}, the first of these that is there; ISO-8601 with an offset, which only {@code
 * start_utc} may leave out. Ends: {@code end}, {@code end_utc} or {@code end_local}, likewise.
 * Prices: {@code price}, or a name such as {@code price_eur_mwh} that says currency and unit.
 */
record PriceColumns(CsvTable table, int start, int end, int price) implements PriceLayout {
  private static final List<String> STARTS =
      List.of("start", "start_utc", "start_local", "time", "timestamp", "hour");
  private static final List<String> ENDS = List.of("end", "end_utc", "end_local");
  private static final Pattern PRICE =
      Pattern.compile("price(?:_(?:per|[a-z]{3}))?(?:_(?:per_)?[kmg]wh)?");

  /** ISO-8601, and offsets without a colon or without minutes. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  static int start(CsvTable table) {
    return first(table, STARTS);
  }

  static int price(CsvTable table) {
    return table.column(name -> PRICE.matcher(name).matches());
  }

  static PriceColumns of(CsvTable table, int start, int price) {
    if (start == CsvTable.NONE) {
      throw noColumn(table, "starts", renamed(table, "start", true));
    }
    if (price == CsvTable.NONE) {
      throw noColumn(table, "prices", renamed(table, "price_eur_mwh", false));
    }
    return new PriceColumns(table, start, first(table, ENDS), price);
  }

  private static int first(CsvTable table, List<String> names) {
    return names.stream()
        .mapToInt(wanted -> table.column(wanted::equals))
        .filter(column -> column != CsvTable.NONE)
        .findFirst()
        .orElse(CsvTable.NONE);
  }

  private static InputException noColumn(CsvTable table, String what, String maybe) {
    return new InputException(
        table.file() + ": has no column of " + what + " among " + String.join(", ", table.header()),
        maybe);
  }

  /** Looks for what is wanted at the first row's cells. */
  private static String renamed(CsvTable table, String name, boolean isTime) {
    if (table.header().stream().anyMatch(cell -> offsetTime(cell) != null)) {
      return "Maybe the line of column names is missing: start,price_eur_mwh.";
    }
    List<String> likely =
        table.rows().isEmpty()
            ? List.of()
            : IntStream.range(0, table.header().size())
                .filter(c -> isLikely(table.rows().getFirst().at(c), isTime))
                .mapToObj(table.header()::get)
                .toList();
    return likely.size() == 1
        ? "Maybe rename column '" + likely.getFirst() + "' to '" + name + "'."
        : "Maybe name it '" + name + "'.";
  }

  private static boolean isLikely(String cell, boolean isTime) {
    return isTime ? offsetTime(cell) != null : cell.matches("[+-]?\\d+([.,]\\d+)?");
  }

  @Override
  public List<PriceRow> rows(String currency) {
    PriceUnit.require(table.file(), table.header().get(price), currency);
    List<@Nullable Double> prices =
        NumberColumn.read(table, price, Quantity.PRICE_PER_MWH, text -> false);
    List<PriceRow> rows = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      Row row = table.rows().get(i);
      Instant from = time(row, start);
      rows.add(new PriceRow(row.line(), from, end(row, from), prices.get(i)));
    }
    return rows;
  }

  private @Nullable Instant end(Row row, Instant from) {
    if (end == CsvTable.NONE) {
      return null;
    }
    Instant until = time(row, end);
    if (!until.isAfter(from)) {
      throw table.error(
          row,
          end,
          "must come after " + table.header().get(start) + " ('" + row.at(start) + "')",
          "Maybe the two columns are the wrong way round.");
    }
    return until;
  }

  private Instant time(Row row, int column) {
    String text = row.at(column);
    Instant instant = offsetTime(text);
    if (instant != null) {
      return instant;
    }
    LocalDateTime local = localTime(text);
    if (local != null && table.header().get(column).toLowerCase(Locale.ROOT).endsWith("utc")) {
      return local.toInstant(ZoneOffset.UTC);
    }
    throw table.error(
        row,
        column,
        "must be a time with its offset, as 2024-04-09T00:00:00+02:00",
        local != null
            ? "Maybe the offset from UTC is missing."
            : "Maybe the time is written in another way there, or is that of another column.");
  }

  private static @Nullable Instant offsetTime(String text) {
    try {
      return OffsetDateTime.parse(iso(text), TIME).toInstant();
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static @Nullable LocalDateTime localTime(String text) {
    try {
      return LocalDateTime.parse(iso(text));
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static String iso(String text) {
    return text.replaceFirst(" ", "T").replace(" ", "");
  }
}
