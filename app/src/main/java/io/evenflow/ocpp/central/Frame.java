package io.evenflow.ocpp.central;

import io.evenflow.io.InputException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A message of OCPP-J: a JSON list that begins with its type and id. */
sealed interface Frame {
  /** Of a message whose id could not be read. */
  String NO_ID = "-1";

  int CALL = 2;
  int RESULT = 3;
  int ERROR = 4;
  JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Identifies a call and its answer. */
  String id();

  /** As it is sent. */
  String text();

  /** Asks the other side to do something. */
  record Call(String id, String action, ObjectNode payload) implements Frame {
    @Override
    public String text() {
      return list(CALL, id).add(action).add(payload).toString();
    }
  }

  /** Answers a call. */
  record Result(String id, ObjectNode payload) implements Frame {
    @Override
    public String text() {
      return list(RESULT, id).add(payload).toString();
    }
  }

  /** Refuses a call. */
  record Refusal(String id, String code, String description) implements Frame {
    private static final int LONGEST = 255;

    @Override
    public String text() {
      String first = description.substring(0, Math.min(LONGEST, description.length()));
      ArrayNode list = list(ERROR, id).add(code).add(first);
      return list.add(JsonNodeFactory.instance.objectNode()).toString();
    }
  }

  private static ArrayNode list(int type, String id) {
    return JsonNodeFactory.instance.arrayNode().add(type).add(id);
  }

  /**
   * Reads a message.
   *
   * @throws InputException where it is none
   */
  static Frame parse(String text) {
    JsonNode list = tree(text);
    if (!list.isArray() || list.size() < 3 || !list.get(0).isInt() || !list.get(1).isString()) {
      throw malformed("it is no list of type, id and content");
    }
    String id = list.get(1).stringValue();
    return switch (list.get(0).intValue()) {
      case CALL -> new Call(id, textAt(list, 2), objectAt(list, 3));
      case RESULT -> new Result(id, objectAt(list, 2));
      case ERROR -> new Refusal(id, textAt(list, 2), list.size() > 3 ? textAt(list, 3) : "");
      default -> throw malformed("its type (" + list.get(0) + ") is none of 2, 3, 4");
    };
  }

  private static JsonNode tree(String text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      return tree == null ? JsonNodeFactory.instance.nullNode() : tree;
    } catch (JacksonException problem) {
      throw malformed("it is not JSON");
    }
  }

  private static String textAt(JsonNode list, int index) {
    if (!list.get(index).isString()) {
      throw malformed("number " + (index + 1) + " of its list must be a text");
    }
    return list.get(index).stringValue();
  }

  private static ObjectNode objectAt(JsonNode list, int index) {
    @Nullable JsonNode element = list.get(index);
    if (!(element instanceof ObjectNode object)) {
      throw malformed("number " + (index + 1) + " of its list must be an object");
    }
    return object;
  }

  private static InputException malformed(String why) {
    return new InputException(
        "a message of OCPP-J could not be read: " + why, "Maybe the other side speaks SOAP.");
  }
}
