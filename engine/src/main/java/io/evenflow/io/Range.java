package io.evenflow.io;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a number may be. The domain refuses the others with sentences of its own; this says it to
 * people and in the schema, and a test holds the two together.
 *
 * @param least null for none
 * @param isAbove whether the least itself is too little
 * @param most null for none
 */
record Range(@Nullable Double least, boolean isAbove, @Nullable Double most) {
  static final Range ANY = new Range(null, false, null);

  Range from(double number) {
    return new Range(number, false, most);
  }

  Range above(double number) {
    return new Range(number, true, most);
  }

  Range to(double number) {
    return new Range(least, isAbove, number);
  }

  /** Puts the bounds into the schema of a number. */
  ObjectNode bound(ObjectNode schema) {
    if (least != null) {
      put(schema, isAbove ? "exclusiveMinimum" : "minimum", least);
    }
    if (most != null) {
      put(schema, "maximum", most);
    }
    return schema;
  }

  private static void put(ObjectNode schema, String word, double bound) {
    if (bound == Math.rint(bound)) {
      schema.put(word, (long) bound);
    } else {
      schema.put(word, bound);
    }
  }
}
