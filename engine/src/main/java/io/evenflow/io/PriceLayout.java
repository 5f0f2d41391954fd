package io.evenflow.io;

import java.util.List;

/** A way in which files write prices and their times. */
sealed interface PriceLayout permits PriceColumns, SmardPrices, EntsoePrices {
  /** The layout of a table, told by its column names; what is none of the others is the plain. */
  static PriceLayout of(CsvTable table) {
    if (EntsoePrices.wrote(table)) {
      return EntsoePrices.of(table);
    }
    return SmardPrices.wrote(table) ? SmardPrices.of(table) : PriceColumns.of(table);
  }

  /**
   * The rows in the order of the file.
   *
   * @param currency the currency the prices must be in
   * @throws InputException where a cell cannot be read, naming line and column
   */
  List<PriceRow> rows(String currency);
}
