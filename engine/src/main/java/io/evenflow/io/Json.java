package io.evenflow.io;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts numbers into JSON objects. Only finite ones: JSON has no words for the others. */
final class Json {
  private Json() {}

  static void put(ObjectNode node, String field, double[] numbers) {
    ArrayNode list = node.putArray(field);
    for (double number : numbers) {
      list.add(finite(field, number));
    }
  }

  /** A number, or {@code null}. */
  static void put(ObjectNode node, String field, @Nullable Double number) {
    if (number == null) {
      node.putNull(field);
    } else {
      node.put(field, finite(field, number));
    }
  }

  static void putUnlessNull(ObjectNode node, String field, @Nullable Double number) {
    if (number != null) {
      node.put(field, finite(field, number));
    }
  }

  static double finite(String field, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(field + " (" + number + ") must be a finite number");
    }
    // Solvers return -0.0, which reads as if it meant something.
    return number + 0.0;
  }
}
