package io.evenflow.io;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Schemas (2020-12) of the files, made of the same descriptions by which these are read. A
 * schema knows names, types and plain ranges; that an id exists, or that one energy is at most
 * another, only reading a file tells.
 */
public final class JsonSchema {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonSchema() {}

  /** Of scenario files. */
  public static String scenario() {
    return text("Evenflow scenario", ScenarioShape.SHAPE);
  }

  /** Of result files. */
  public static String result() {
    return text("Evenflow result", ResultShape.SHAPE);
  }

  private static String text(String title, Shape<?> shape) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", title);
    root.setAll(shape.schema());
    return MAPPER.writeValueAsString(root) + "\n";
  }
}
