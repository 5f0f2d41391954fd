package io.evenflow.io;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a field's value. */
final class FieldSchema {
  private FieldSchema() {}

  static ObjectNode of(Field<?> field) {
    ObjectNode value = field.kind().schema(field.range());
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("description", description(field));
    if (field.presence().onNull() == Presence.Null.WRONG) {
      return schema.setAll(value);
    }
    return schema.setAll(Kind.orNull(value));
  }

  private static String description(Field<?> field) {
    List<String> sentences = new ArrayList<>();
    sentences.add(field.says());
    if (!field.unit().isEmpty()) {
      sentences.add("Unit: " + field.unit());
    }
    if (!field.presence().words().isEmpty()) {
      sentences.add("Default: " + field.presence().words());
    }
    if (field.isSecond()) {
      sentences.add("Not in version 1");
    }
    return plain(String.join(". ", sentences)) + ".";
  }

  /** Without the marks and links of pages. */
  private static String plain(String text) {
    return text.replace("`", "").replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1");
  }
}
