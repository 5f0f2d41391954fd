package io.evenflow.io.exchange;

import io.evenflow.io.CsvTable;
import io.evenflow.io.InputException;
import java.util.EnumMap;
import java.util.Map;

/** Which column of a table holds what. */
final class SessionColumns {
  private final CsvTable table;
  private final Map<SessionField, Integer> columns = new EnumMap<>(SessionField.class);

  /**
   * @param given names of columns that are not to be guessed
   * @throws InputException where a column is not there that is needed or given
   */
  SessionColumns(CsvTable table, Map<SessionField, String> given) {
    this.table = table;
    for (SessionField field : SessionField.values()) {
      String name = given.get(field);
      columns.put(field, name == null ? field.column(table) : table.named(name));
    }
    require(SessionField.ARRIVAL, "arrivals");
    if (!has(SessionField.STAY)) {
      require(SessionField.DEPARTURE, "departures");
    }
    boolean hasCharges = has(SessionField.ARRIVAL_SOC) && has(SessionField.DEPARTURE_SOC);
    boolean hasEnergies = has(SessionField.ARRIVAL_ENERGY) && has(SessionField.TARGET_ENERGY);
    if (!hasCharges && !hasEnergies) {
      require(SessionField.ENERGY, "energies");
    }
  }

  private void require(SessionField field, String what) {
    if (!has(field)) {
      throw new InputException(
          "%s: has no column of %s among %s"
              .formatted(table.file(), what, String.join(", ", table.header())),
          "Maybe say which it is: --column %s=NAME.".formatted(field.word()));
    }
  }

  boolean has(SessionField field) {
    return column(field) != CsvTable.NONE;
  }

  int column(SessionField field) {
    return columns.getOrDefault(field, CsvTable.NONE);
  }

  /** The column's name as the file has it. */
  String name(SessionField field) {
    return table.header().get(column(field));
  }

  /** The cell of a row; empty where there is no such column. */
  String cell(CsvTable.Row row, SessionField field) {
    return has(field) ? row.at(column(field)) : "";
  }
}
