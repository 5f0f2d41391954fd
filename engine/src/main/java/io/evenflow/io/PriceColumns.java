package io.evenflow.io;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two columns of a price file that matter.
 *
 * <p>Starts: {@code start}, {@code start_utc}, {@code start_local}, {@code time}, {@code timestamp}
 * or {@code hour}, the first of these that is there; ISO-8601 with an offset, which only {@code
 * start_utc} may leave out. Prices: {@code price}, or a name such as {@code price_eur_mwh} that
 * says currency and unit.
 */
record PriceColumns(String file, String startColumn, String priceColumn) {
  private static final List<String> STARTS =
      List.of("start", "start_utc", "start_local", "time", "timestamp", "hour");
  private static final Pattern PRICE =
      Pattern.compile("price(?:_(?:per|([a-z]{3})))?(?:_(?:per_)?([kmg]wh))?");

  static PriceColumns of(String file, List<String> header, String currency) {
    String start =
        STARTS.stream()
            .filter(name -> header.stream().anyMatch(name::equalsIgnoreCase))
            .findFirst()
            .orElseThrow(() -> noColumn(file, "starts", header, "start"));
    String price =
        header.stream()
            .filter(name -> PRICE.matcher(name.toLowerCase(Locale.ROOT)).matches())
            .findFirst()
            .orElseThrow(() -> noColumn(file, "prices", header, "price_eur_mwh"));
    requireUnit(file, price, currency);
    String startAsWritten =
        header.stream().filter(start::equalsIgnoreCase).findFirst().orElse(start);
    return new PriceColumns(file, startAsWritten, price);
  }

  private static InputException noColumn(
      String file, String what, List<String> header, String example) {
    return new InputException(
        file + ": has no column of " + what + " among " + String.join(", ", header),
        "Maybe name it '" + example + "'.");
  }

  private static void requireUnit(String file, String column, String currency) {
    Matcher matcher = PRICE.matcher(column.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return;
    }
    String named = matcher.group(1);
    if (named != null && !named.equalsIgnoreCase(currency)) {
      throw new InputException(
          file + ": column '" + column + "' is not in the scenario's currency (" + currency + ")",
          "Maybe convert the prices, or change the scenario's currency.");
    }
    String unit = matcher.group(2);
    if (unit != null && !unit.equals("mwh")) {
      throw new InputException(
          file + ": column '" + column + "' must hold prices per MWh",
          "Maybe convert the prices; one per kWh is a thousand per MWh.");
    }
  }

  Instant start(NamedCsvRecord row) {
    String text = row.getField(startColumn).trim().replace(' ', 'T');
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException withoutOffset) {
      return startUtc(row, text);
    }
  }

  private Instant startUtc(NamedCsvRecord row, String text) {
    try {
      if (startColumn.toLowerCase(Locale.ROOT).endsWith("utc")) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
      }
    } catch (DateTimeParseException noTime) {
      // Falls through to the error below, which names the value.
    }
    throw cell(
        row,
        startColumn,
        text,
        "a time with its offset, as 2024-04-09T00:00:00+02:00",
        "Maybe the offset from UTC is missing.");
  }

  double price(NamedCsvRecord row) {
    String text = row.getField(priceColumn).trim();
    try {
      double price = Double.parseDouble(text);
      if (Double.isFinite(price)) {
        return price;
      }
    } catch (NumberFormatException noNumber) {
      // Falls through to the error below, which names the value.
    }
    throw cell(row, priceColumn, text, "a finite number", "Maybe it has a decimal comma.");
  }

  private InputException cell(
      NamedCsvRecord row, String column, String text, String wanted, String maybe) {
    return new InputException(
        "%s, line %d: %s ('%s') must be %s"
            .formatted(file, row.getStartingLineNumber(), column, text, wanted),
        maybe);
  }
}
