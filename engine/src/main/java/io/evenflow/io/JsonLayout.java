package io.evenflow.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays JSON out for people and for line-based tools: a line for each field of the root, and one for
 * each object in its lists, so that a session is one line. Lines of large fleets take all cores.
 */
final class JsonLayout {
  private JsonLayout() {}

  static String text(ObjectNode root) {
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      fields.add("  \"" + field.getKey() + "\": " + value(field.getValue()));
    }
    return "{\n" + String.join(",\n", fields) + "\n}\n";
  }

  private static String value(JsonNode value) {
    boolean isListOfObjects = value.isArray() && !value.isEmpty() && value.get(0).isObject();
    if (!isListOfObjects) {
      return value.toString();
    }
    return IntStream.range(0, value.size())
        .parallel()
        .mapToObj(i -> "    " + value.get(i))
        .collect(Collectors.joining(",\n", "[\n", "\n  ]"));
  }
}
