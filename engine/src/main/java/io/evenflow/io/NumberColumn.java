package io.evenflow.io;

import io.evenflow.io.CsvTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of one column, with a decimal point or a decimal comma: {@code 1234.5}, {@code 1,234.5},
 * {@code 1234,5}, {@code 1.234,5}.
 *
 * <p>The column as a whole decides which it is. A cell such as {@code 80,5} or {@code 1.234,56} can
 * be read one way only and settles it for all. Where none does, {@code 1.234} in a file with commas
 * between its columns has a decimal point; everything else is ambiguous, and an error.
 */
public final class NumberColumn {
  private static final Pattern POINT = pattern("\\.", ",");
  private static final Pattern COMMA = pattern(",", "\\.");
  private static final String MISSING = "|-|–|n/?[aev]|nan|null|none";

  private final CsvTable table;
  private final int column;
  private final Quantity quantity;
  private final Predicate<String> isMissing;
  private @Nullable Row settledByPoint;
  private @Nullable Row settledByComma;
  private @Nullable Row ambiguous;
  private boolean ambiguousByComma;

  private NumberColumn(CsvTable table, int column, Quantity quantity, Predicate<String> isMissing) {
    this.table = table;
    this.column = column;
    this.quantity = quantity;
    this.isMissing = isMissing;
  }

  private static Pattern pattern(String mark, String group) {
    return Pattern.compile(
        "[+-]?(?:\\d+|[1-9]\\d{0,2}(?:"
            + group
            + "\\d{3})+)?(?:"
            + mark
            + "\\d*)?(?:[eE][+-]?\\d+)?");
  }

  /**
   * The numbers by row, null where one is missing.
   *
   * @param quantity what they are; bounds their size
   * @param isMissing cells that stand for no number
   * @throws InputException for a cell that is no number, and where decimal point and comma cannot
   *     be told apart
   */
  public static List<@Nullable Double> read(
      CsvTable table, int column, Quantity quantity, Predicate<String> isMissing) {
    NumberColumn numbers = new NumberColumn(table, column, quantity, isMissing);
    table.rows().forEach(numbers::look);
    boolean comma = numbers.hasDecimalComma();
    List<@Nullable Double> values = new ArrayList<>();
    for (Row row : table.rows()) {
      String text = numbers.text(row);
      if (isMissing.test(text)) {
        values.add(null);
      } else {
        values.add(numbers.value(row, comma ? comma(text) : point(text)));
      }
    }
    return values;
  }

  /** Without blanks between thousands, and with the minus sign of keyboards. */
  private String text(Row row) {
    return row.at(column)
        .replaceAll("(?<=\\d)[ \u00A0\u202F](?=\\d{3})", "")
        .replace('\u2212', '-');
  }

  private void look(Row row) {
    String text = text(row);
    if (isMissing.test(text)) {
      return;
    }
    Double point = point(text);
    Double comma = comma(text);
    if (point == null && comma == null) {
      throw notANumber(row, text);
    } else if (comma == null) {
      settledByPoint = settledByPoint == null ? row : settledByPoint;
    } else if (point == null) {
      settledByComma = settledByComma == null ? row : settledByComma;
    } else if (!point.equals(comma)) {
      ambiguous = ambiguous == null ? row : ambiguous;
      ambiguousByComma |= text.contains(",");
    }
  }

  private static @Nullable Double point(String text) {
    return number(POINT, text, text.replace(",", ""));
  }

  private static @Nullable Double comma(String text) {
    return number(COMMA, text, text.replace(".", "").replace(',', '.'));
  }

  private static @Nullable Double number(Pattern pattern, String text, String plain) {
    boolean hasDigit = text.chars().anyMatch(Character::isDigit);
    if (!hasDigit || !pattern.matcher(text).matches()) {
      return null;
    }
    try {
      return Double.valueOf(plain);
    } catch (NumberFormatException noMantissa) {
      return null;
    }
  }

  private boolean hasDecimalComma() {
    Row point = settledByPoint;
    Row comma = settledByComma;
    if (point != null && comma != null) {
      throw table.error(
          comma,
          column,
          "has a decimal comma, and line %d ('%s') a decimal point"
              .formatted(point.line(), point.at(column)),
          "Maybe lines of two files were joined: write all of them with a point.");
    }
    Row unclear = ambiguous;
    boolean usual = table.separator() == ',' && !ambiguousByComma;
    if (point == null && comma == null && unclear != null && !usual) {
      String text = text(unclear);
      throw table.error(
          unclear,
          column,
          "can be %s or %s, and no other line tells which".formatted(point(text), comma(text)),
          "Maybe write %s0 if its mark stands before decimals, %s if between thousands."
              .formatted(text, text.replaceAll("[.,]", "")));
    }
    return comma != null;
  }

  private double value(Row row, @Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      throw notANumber(row, text(row));
    }
    if (!quantity.allows(value)) {
      throw table.error(row, column, quantity.bound(value), quantity.maybe());
    }
    return value;
  }

  private InputException notANumber(Row row, String text) {
    return table.error(row, column, "must be a finite number", hint(text));
  }

  private static String hint(String text) {
    if (text.toLowerCase(Locale.ROOT).matches(MISSING)) {
      return "Maybe nothing is known for that time: leave the line out.";
    }
    if (text.matches("[+-]?[\\d.,]+[eE][+-]?\\d+")) {
      return "Maybe its exponent is wrong.";
    }
    if (text.matches("[+-]?\\d[\\d.,]*\\s*[^\\d.,\\s].*")) {
      return "Maybe only the number is meant, without what stands behind it.";
    }
    return text.matches("[+-]?[\\d.,]+")
        ? "Maybe a digit, a point or a comma is too many in it."
        : "Maybe the columns are in another order than their names.";
  }
}
