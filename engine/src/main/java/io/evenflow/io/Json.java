package io.evenflow.io;

import io.evenflow.time.Series;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as JSON. Of numbers only finite ones: JSON has no words for the others. */
final class Json {
  private Json() {}

  static JsonNode number(String field, double number) {
    return JsonNodeFactory.instance.numberNode(finite(field, number));
  }

  static JsonNode numbers(String field, double[] numbers) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (double number : numbers) {
      list.add(finite(field, number));
    }
    return list;
  }

  /** One number where it is the same in all periods. */
  static JsonNode series(String field, Series series) {
    return series.isConstant() ? number(field, series.least()) : numbers(field, series.toArray());
  }

  /** Any value a method may put into its trace; what JSON has no words for becomes null or text. */
  static JsonNode value(@Nullable Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (value) {
      case null -> nodes.nullNode();
      case Boolean truth -> nodes.booleanNode(truth);
      case Integer whole -> nodes.numberNode(whole);
      case Long whole -> nodes.numberNode(whole);
      case Number number ->
          Double.isFinite(number.doubleValue())
              ? nodes.numberNode(number.doubleValue() + 0.0)
              : nodes.nullNode();
      case Iterable<?> list -> {
        ArrayNode array = nodes.arrayNode();
        list.forEach(element -> array.add(value(element)));
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = nodes.objectNode();
        map.forEach((key, element) -> object.set(String.valueOf(key), value(element)));
        yield object;
      }
      default -> nodes.stringNode(value.toString());
    };
  }

  static double finite(String field, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(field + " (" + number + ") must be a finite number");
    }
    // Solvers return -0.0, which reads as if it meant something.
    return number + 0.0;
  }
}
