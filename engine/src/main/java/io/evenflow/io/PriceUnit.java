package io.evenflow.io;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The currency and the unit that the name of a column of prices says. */
final class PriceUnit {
  /**
   * As in {@code price_eur}, {@code price_eur_mwh}, {@code Price [EUR/MWh]} and {@code € per kWh}.
   */
  private static final Pattern CURRENCY =
      Pattern.compile(
          "(?i)(?<![a-z])([a-z]{3}|[€¤£$])(?=\\s*(?:/|_|per|_per_)\\s*[kmg]wh(?![a-z])|$)");

  private static final Pattern UNIT = Pattern.compile("(?i)(?<![a-z])([kmg]wh)(?![a-z])");
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toSet());

  private PriceUnit() {}

  /**
   * @param column the column's name, which need not say either
   * @param wanted the scenario's currency
   * @throws InputException where the prices are in another currency or not per MWh
   */
  static void require(String file, String column, String wanted) {
    String named = currency(column);
    if (named != null && !named.equalsIgnoreCase(wanted)) {
      throw new InputException(
          file + ": column '" + column + "' is not in the scenario's currency (" + wanted + ")",
          "Maybe convert the prices, or change the scenario's currency.");
    }
    Matcher unit = UNIT.matcher(column);
    if (unit.find() && !unit.group(1).equalsIgnoreCase("mwh")) {
      throw new InputException(
          file + ": column '" + column + "' must hold prices per MWh",
          unit.group(1).equalsIgnoreCase("kwh")
              ? "Maybe convert the prices; one per kWh is a thousand per MWh."
              : "Maybe convert the prices; a thousand per GWh is one per MWh.");
    }
  }

  private static @Nullable String currency(String column) {
    Matcher name = CURRENCY.matcher(column);
    if (!name.find()) {
      return null;
    }
    String word = name.group(1).toUpperCase(Locale.ROOT);
    return switch (word) {
      // Files in ISO-8859-15 have the euro where Windows has the sign of any currency.
      case "€", "¤" -> "EUR";
      case "£" -> "GBP";
      case "$" -> "USD";
      default -> CODES.contains(word) ? word : null;
    };
  }
}
