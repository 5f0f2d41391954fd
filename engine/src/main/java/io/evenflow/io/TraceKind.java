package io.evenflow.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Objects into which methods put what they like: numbers, words, truths. */
final class TraceKind {
  static final Kind<List<Map<String, Object>>> TRACE =
      new Kind<>(
          TraceKind::read,
          (field, trace) -> Json.value(trace),
          range -> Kind.list(Kind.type("object")),
          trace -> false,
          null);

  private TraceKind() {}

  private static List<Map<String, Object>> read(JsonObject root, String field) {
    List<Map<String, Object>> trace = new ArrayList<>();
    for (JsonObject entry : root.objects(field)) {
      Map<String, Object> values = new LinkedHashMap<>();
      entry.node().properties().forEach(each -> put(values, each.getKey(), each.getValue()));
      trace.add(values);
    }
    return trace;
  }

  private static void put(Map<String, Object> values, String name, JsonNode value) {
    if (value.isNumber()) {
      values.put(name, value.numberValue());
    } else if (value.isBoolean()) {
      values.put(name, value.booleanValue());
    } else if (!value.isNull()) {
      values.put(name, value.isString() ? value.stringValue() : value.toString());
    }
  }
}
