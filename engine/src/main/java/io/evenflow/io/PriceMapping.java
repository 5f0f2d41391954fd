package io.evenflow.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a price file are taken for starts and prices, before anybody says otherwise.
 *
 * @param header names of all columns
 * @param start the column of starts, null where none is found
 * @param price the column of prices, null where none is found or several are
 * @param sample the first rows
 * @param rows how many there are
 */
public record PriceMapping(
    List<String> header,
    @Nullable String start,
    @Nullable String price,
    List<List<String>> sample,
    int rows) {
  /**
   * Reads the names of columns.
   *
   * @throws InputException where the text is no table
   */
  public static PriceMapping of(String file, String csv) {
    CsvTable table = CsvTable.parse(file, csv);
    int start = PriceLayout.start(table);
    int price = PriceLayout.price(table);
    return new PriceMapping(
        table.header(),
        name(table, start),
        name(table, price),
        table.sample(),
        table.rows().size());
  }

  private static @Nullable String name(CsvTable table, int column) {
    return column == CsvTable.NONE ? null : table.header().get(column);
  }
}
