package io.evenflow.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Places in a JSON text as pointers, such as {@code /stations/0/id}, and changes at them. */
final class JsonPlaces {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonPlaces() {}

  static JsonNode parse(String json) {
    return MAPPER.readTree(json);
  }

  /** All places whose value is wanted, in order; the root is the empty pointer. */
  static List<String> of(String json, Predicate<JsonNode> wanted) {
    List<String> places = new ArrayList<>();
    collect("", parse(json), wanted, places);
    return places;
  }

  private static void collect(
      String place, JsonNode node, Predicate<JsonNode> wanted, List<String> places) {
    if (wanted.test(node)) {
      places.add(place);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(each -> collect(place + "/" + each.getKey(), each.getValue(), wanted, places));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(place + "/" + i, node.get(i), wanted, places);
    }
  }

  /** The text with another number at a place. */
  static String with(String json, String place, double number) {
    JsonNode root = parse(json);
    int slash = place.lastIndexOf('/');
    JsonNode parent = root.at(place.substring(0, slash));
    String name = place.substring(slash + 1);
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(name), number);
    } else {
      ((ObjectNode) parent).put(name, number);
    }
    return root.toString();
  }

  /** The text with one more field in the object at a place. */
  static String withField(String json, String place, String field) {
    JsonNode root = parse(json);
    ((ObjectNode) root.at(place)).put(field, 1);
    return root.toString();
  }
}
