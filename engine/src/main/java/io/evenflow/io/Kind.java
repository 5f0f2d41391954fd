package io.evenflow.io;

import io.evenflow.time.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of value in a JSON file.
 *
 * @param reader of the value of an object's field
 * @param writer of a value; the field's name is for errors
 * @param toSchema its JSON Schema, given what its numbers may be
 * @param isSecond whether only the second version of the format can say a value
 * @param inner what the objects in it are, null where it has none
 */
record Kind<V>(
    BiFunction<JsonObject, String, V> reader,
    BiFunction<String, V, JsonNode> writer,
    Function<Range, ObjectNode> toSchema,
    Predicate<V> isSecond,
    @Nullable Inner inner) {
  /**
   * Objects in a value.
   *
   * @param mark what stands behind the field's name where one of their fields is named: {@code []}
   *     in a list
   */
  record Inner(Shape<?> shape, String mark) {}

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static final Kind<String> TEXT =
      of(
          JsonObject::text,
          (field, text) -> NODES.stringNode(text),
          range -> type("string").put("minLength", 1));

  static final Kind<List<String>> TEXTS =
      of(JsonObject::texts, (field, texts) -> Json.value(texts), range -> list(type("string")));

  static final Kind<Boolean> TRUTH =
      of(JsonObject::truth, (field, truth) -> NODES.booleanNode(truth), range -> type("boolean"));

  static final Kind<Double> NUMBER =
      of(JsonObject::number, Json::number, range -> range.bound(type("number")));

  static final Kind<Integer> WHOLE_NUMBER =
      of(
          JsonObject::wholeNumber,
          (field, number) -> NODES.numberNode(number),
          range -> range.bound(type("integer")));

  static final Kind<List<Double>> NUMBERS =
      of(
          JsonObject::numberList,
          (field, numbers) -> Json.value(numbers),
          range -> list(range.bound(type("number"))));

  static final Kind<double[]> PER_PERIOD =
      of(JsonObject::perPeriod, Json::numbers, range -> list(range.bound(type("number"))));

  static final Kind<Series> SERIES =
      of(JsonObject::series, Json::series, range -> numberOrList(range.bound(type("number"))));

  /** A number; {@code null} is written for what JSON has no word for. */
  static final Kind<Double> FIGURE =
      of(
          JsonObject::number,
          (field, number) -> Json.value(number),
          range -> range.bound(type("number")));

  /** Numbers, {@code null} for NaN. */
  static final Kind<double[]> FIGURES =
      of(
          JsonObject::numbersOrNull,
          (field, numbers) -> Json.value(Arrays.stream(numbers).boxed().toList()),
          range -> list(orNull(range.bound(type("number")))));

  /** Numbers by names that are not known before. */
  static final Kind<Map<String, Double>> BY_NAME =
      of(
          JsonObject::numbersByName,
          (field, numbers) -> Json.value(numbers),
          range ->
              type("object")
                  .set("additionalProperties", orNull(range.bound(type("number"))))
                  .asObject());

  private static <V> Kind<V> of(
      BiFunction<JsonObject, String, V> reader,
      BiFunction<String, V, JsonNode> writer,
      Function<Range, ObjectNode> schema) {
    return new Kind<>(reader, writer, schema, value -> false, null);
  }

  static <E> Kind<E> word(List<E> values, Function<E, String> wordOf) {
    List<String> words = values.stream().map(wordOf).toList();
    return of(
        (object, field) -> values.get(words.indexOf(object.word(field, words))),
        (field, value) -> NODES.stringNode(wordOf.apply(value)),
        range -> NODES.objectNode().set("enum", Json.value(words)).asObject());
  }

  static <T> Kind<T> object(Shape<T> shape) {
    return new Kind<>(
        (object, field) -> shape.read(object.object(field)),
        (field, value) -> shape.write(value),
        range -> shape.schema(),
        shape::isSecond,
        new Inner(shape, ""));
  }

  static <T> Kind<List<T>> list(Shape<T> shape) {
    return new Kind<>(
        (object, field) -> shape.readAll(object.objects(field)),
        (field, values) -> array(values, shape),
        range -> list(shape.schema()),
        values -> values.stream().anyMatch(shape::isSecond),
        new Inner(shape, "[]"));
  }

  private static <T> ArrayNode array(List<T> values, Shape<T> shape) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(shape.write(value)));
    return array;
  }

  JsonNode write(String field, V value) {
    return writer.apply(field, value);
  }

  V read(JsonObject object, String field) {
    return reader.apply(object, field);
  }

  ObjectNode schema(Range range) {
    return toSchema.apply(range);
  }

  static ObjectNode type(String type) {
    return NODES.objectNode().put("type", type);
  }

  static ObjectNode list(ObjectNode items) {
    ObjectNode list = type("array");
    list.set("items", items);
    return list;
  }

  static ObjectNode orNull(ObjectNode value) {
    ObjectNode either = NODES.objectNode();
    either.putArray("anyOf").add(value).addObject().put("type", "null");
    return either;
  }

  private static ObjectNode numberOrList(ObjectNode number) {
    ObjectNode either = NODES.objectNode();
    either.putArray("anyOf").add(number).add(list(number.deepCopy()));
    return either;
  }
}
