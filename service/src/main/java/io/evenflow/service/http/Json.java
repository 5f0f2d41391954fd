package io.evenflow.service.http;

import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON of answers. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static void answer(Context context, int status, ObjectNode body) {
    context.status(status).contentType("application/json").result(text(body));
  }
}
