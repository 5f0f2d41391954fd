package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.InputException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of a table of sessions is taken for what, before anybody says otherwise.
 *
 * @param header names of all columns
 * @param columns those that were found, by what they hold
 * @param sample the first rows
 * @param rows how many there are
 */
public record SessionMapping(
    List<String> header, Map<SessionField, String> columns, List<List<String>> sample, int rows) {
  public SessionMapping {
    columns = Map.copyOf(columns);
  }

  /**
   * Reads the names of columns.
   *
   * @throws InputException where the text is no table
   */
  public static SessionMapping of(TableText text) {
    CsvTable table = CsvTable.parse(text.file(), text.csv());
    Map<SessionField, String> columns = new EnumMap<>(SessionField.class);
    for (SessionField field : SessionField.values()) {
      int column = field.column(table);
      if (column != CsvTable.NONE) {
        columns.put(field, table.header().get(column));
      }
    }
    return new SessionMapping(table.header(), columns, table.sample(), table.rows().size());
  }
}
