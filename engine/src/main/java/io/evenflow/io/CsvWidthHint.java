package io.evenflow.io;

import io.evenflow.io.CsvTable.Row;
import java.util.List;

/** Finds out why a row has another number of fields than the header. */
final class CsvWidthHint {
  private static final String WHOLE = "[+-]?\\d+|[+-]?\\d{1,3}(\\.\\d{3})+";

  private CsvWidthHint() {}

  /** A line that begins "Maybe" and is true of this row. */
  static String of(CsvTable table, Row row) {
    return row.fields().size() > table.header().size() ? tooMany(table, row) : tooFew(table, row);
  }

  private static String tooMany(CsvTable table, Row row) {
    List<String> fields = row.fields();
    if (table.separator() == ',') {
      for (int i = fields.size() - 1; i > 0; i--) {
        String left = fields.get(i - 1);
        String right = fields.get(i);
        if (left.matches(WHOLE) && right.matches("\\d+")) {
          return "Maybe %s,%s is one number with a decimal comma: write %s.%s, put it in quotation"
                  .formatted(left, right, left.replace(".", ""), right)
              + " marks, or separate columns by semicolons.";
        }
        if (left.matches("[+-]?\\d{1,3}") && right.matches("\\d{3}\\.\\d+")) {
          return "Maybe %s,%s is one number with a comma between thousands: write %s%s."
              .formatted(left, right, left, right);
        }
      }
    }
    return fields.getLast().isEmpty()
        ? "Maybe the separator at the end of the line is too many."
        : "Maybe a separator is too many, or a field that holds one is not in quotation marks.";
  }

  private static String tooFew(CsvTable table, Row row) {
    if (row.equals(table.rows().getLast())) {
      return "Maybe the file was cut off there.";
    }
    return row.fields().size() == 1
        ? "Maybe the line is a remark, or its fields are separated otherwise than the header's."
        : "Maybe a separator is missing.";
  }
}
