package io.evenflow.io;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The currency and the unit that the name of a column of prices says. */
final class PriceUnit {
  private PriceUnit() {}

  /**
   * @param currency as the column's name has it, null where it has none
   * @param unit of energy likewise
   * @param wanted the scenario's currency
   * @throws InputException where the prices are in another currency or not per MWh
   */
  static void require(
      String file, String column, @Nullable String currency, @Nullable String unit, String wanted) {
    String named = currency == null ? null : code(currency);
    if (named != null && !named.equalsIgnoreCase(wanted)) {
      throw new InputException(
          file + ": column '" + column + "' is not in the scenario's currency (" + wanted + ")",
          "Maybe convert the prices, or change the scenario's currency.");
    }
    if (unit != null && !unit.equalsIgnoreCase("mwh")) {
      throw new InputException(
          file + ": column '" + column + "' must hold prices per MWh",
          unit.equalsIgnoreCase("kwh")
              ? "Maybe convert the prices; one per kWh is a thousand per MWh."
              : "Maybe convert the prices; a thousand per GWh is one per MWh.");
    }
  }

  private static String code(String currency) {
    return switch (currency.strip().toUpperCase(Locale.ROOT)) {
      // Files in ISO-8859-15 have the euro where Windows has the sign of any currency.
      case "€", "¤" -> "EUR";
      case "£" -> "GBP";
      case "$" -> "USD";
      default -> currency.strip();
    };
  }
}
