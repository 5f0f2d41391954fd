package io.evenflow.service.http;

import io.evenflow.io.PriceMapping;
import io.evenflow.io.exchange.SessionField;
import io.evenflow.io.exchange.SessionMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which column of a table is taken for what, as it is answered.
 *
 * @param header names of all columns
 * @param columns by field, null where none is found
 * @param sample the first rows
 * @param rows how many there are
 */
record TableColumns(
    List<String> header,
    Map<String, @Nullable String> columns,
    List<List<String>> sample,
    int rows) {
  static TableColumns of(SessionMapping found) {
    Map<String, @Nullable String> columns = new LinkedHashMap<>();
    for (SessionField field : SessionField.values()) {
      columns.put(field.word(), found.columns().get(field));
    }
    return new TableColumns(found.header(), columns, found.sample(), found.rows());
  }

  static TableColumns of(PriceMapping found) {
    Map<String, @Nullable String> columns = new LinkedHashMap<>();
    columns.put("start", found.start());
    columns.put("price", found.price());
    return new TableColumns(found.header(), columns, found.sample(), found.rows());
  }

  ObjectNode json() {
    ObjectNode body = Json.object();
    ArrayNode names = body.putArray("header");
    header.forEach(names::add);
    ObjectNode taken = body.putObject("columns");
    columns.forEach(taken::put);
    ArrayNode lines = body.putArray("sample");
    for (List<String> row : sample) {
      ArrayNode cells = lines.addArray();
      row.forEach(cells::add);
    }
    return body.put("rows", rows);
  }
}
