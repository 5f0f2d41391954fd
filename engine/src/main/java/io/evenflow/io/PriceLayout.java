package io.evenflow.io;

import java.util.List;

/** A way in which files write prices and their times. */
sealed interface PriceLayout permits PriceColumns, SmardPrices, EntsoePrices {
  /**
   * The layout of a table, told by its column names; what is none of the others is the plain.
   *
   * @throws InputException where a column is not there
   */
  static PriceLayout of(CsvTable table, PriceColumnNames names) {
    String priceName = names.price();
    int price = priceName == null ? price(table) : table.named(priceName);
    if (names.start() != null) {
      return PriceColumns.of(table, table.named(names.start()), price);
    }
    if (EntsoePrices.wrote(table)) {
      return EntsoePrices.of(table, price);
    }
    return SmardPrices.wrote(table)
        ? SmardPrices.of(table, price)
        : PriceColumns.of(table, PriceColumns.start(table), price);
  }

  /** The column of starts, {@link CsvTable#NONE} where no name says it. */
  static int start(CsvTable table) {
    if (EntsoePrices.wrote(table)) {
      return EntsoePrices.time(table);
    }
    return SmardPrices.wrote(table) ? SmardPrices.first(table) : PriceColumns.start(table);
  }

  /** The column of prices, {@link CsvTable#NONE} where no name says it or several do. */
  static int price(CsvTable table) {
    if (EntsoePrices.wrote(table)) {
      return EntsoePrices.price(table);
    }
    return SmardPrices.wrote(table) ? SmardPrices.price(table) : PriceColumns.price(table);
  }

  /**
   * The rows in the order of the file.
   *
   * @param currency the currency the prices must be in
   * @throws InputException where a cell cannot be read, naming line and column
   */
  List<PriceRow> rows(String currency);
}
