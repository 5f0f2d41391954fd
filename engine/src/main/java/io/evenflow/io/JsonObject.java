package io.evenflow.io;

import io.evenflow.grid.GridException;
import io.evenflow.scenario.ScenarioException;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object in a JSON file that hands out typed fields and names itself in every error. */
public final class JsonObject {
  private static final String WRONG_TYPE = "Maybe the value of another field stands there.";

  private final Reading reading;
  private final String prefix;
  private final JsonNode node;

  /**
   * @param prefix what stands before a field's name, such as {@code "horizon."} or {@code "session
   *     'ev7': "}
   */
  private JsonObject(Reading reading, String prefix, JsonNode node) {
    this.reading = reading;
    this.prefix = prefix;
    this.node = node;
  }

  static JsonObject root(String file, JsonNode node) {
    return new JsonObject(Reading.of(file), "", node);
  }

  /** The same object with more known. */
  JsonObject with(Reading known) {
    return new JsonObject(known, prefix, node);
  }

  Reading reading() {
    return reading;
  }

  /** The same object, from here on named as in {@code "session 'ev7'"}. */
  public JsonObject named(String name) {
    return new JsonObject(reading, name + ": ", node);
  }

  public JsonNode node() {
    return node;
  }

  public boolean has(String field) {
    return node.has(field);
  }

  /** Whether a field is there and holds {@code null}. */
  public boolean isNull(String field) {
    JsonNode value = node.get(field);
    return value != null && value.isNull();
  }

  /** The value of a field that has one even where it is left out. */
  <V> V get(Field<V> field) {
    V value = orNull(field);
    if (value == null) {
      throw new IllegalStateException(field.name() + " may have no value");
    }
    return value;
  }

  /** The value of a field, null where it has none. */
  <V> @Nullable V orNull(Field<V> field) {
    Presence<V> presence = field.presence();
    boolean isMissing = !presence.isRequired() && !has(field.name());
    if (isMissing || (presence.onNull() == Presence.Null.ABSENT && isNull(field.name()))) {
      return presence.absent();
    }
    boolean speaks = presence.onNull() == Presence.Null.SPEAKS && isNull(field.name());
    return speaks ? null : field.kind().read(this, field.name());
  }

  boolean has(Field<?> field) {
    return has(field.name());
  }

  public String text(String field) {
    JsonNode value = required(field);
    if (!value.isString()) {
      throw wrongType(field, "a text", value);
    }
    if (value.stringValue().isBlank()) {
      throw error(field + " must not be empty", "Maybe it was left to be filled in.");
    }
    return value.stringValue();
  }

  /** One of some words. */
  String word(String field, List<String> words) {
    String word = text(field);
    if (!words.contains(word)) {
      throw error(
          "%s ('%s') is none of %s".formatted(field, word, String.join(", ", words)),
          Suggestion.of(word, words.toArray(String[]::new)));
    }
    return word;
  }

  /** A text, or another where the field is absent or {@code null}. */
  public String textOr(String absent, String field) {
    return has(field) && !isNull(field) ? text(field) : absent;
  }

  /** The texts of a list; none where the field is absent. */
  List<String> textsOrNone(String field) {
    return has(field) ? texts(field) : List.of();
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(field)) {
      if (!element.isString()) {
        throw wrongType(field + "[" + texts.size() + "]", "a text", element);
      }
      texts.add(element.stringValue());
    }
    return texts;
  }

  public boolean truth(String field) {
    JsonNode value = required(field);
    if (!value.isBoolean()) {
      throw wrongType(field, "true or false", value);
    }
    return value.booleanValue();
  }

  public double number(String field) {
    return toNumber(field, required(field), quantity(field));
  }

  public double numberOr(double absent, String field) {
    return has(field) ? number(field) : absent;
  }

  /** A number, null where the field is absent or {@code null}. */
  public @Nullable Double numberOrNull(String field) {
    return has(field) && !isNull(field) ? (Double) number(field) : null;
  }

  public int wholeNumber(String field) {
    JsonNode value = required(field);
    boolean isWhole = value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    if (!isWhole) {
      throw wrongType(field, "a whole number", value);
    }
    double number = value.doubleValue();
    if (Math.abs(number) > Integer.MAX_VALUE) {
      throw error(
          field
              + " ("
              + number
              + ") must be "
              + (number > 0 ? "at most " : "at least -")
              + Integer.MAX_VALUE,
          "Maybe its exponent is wrong.");
    }
    return (int) number;
  }

  /** A whole number, null where the field is absent or {@code null}. */
  public @Nullable Integer wholeNumberOrNull(String field) {
    return has(field) && !isNull(field) ? (Integer) wholeNumber(field) : null;
  }

  public double[] numbers(String field) {
    JsonNode list = list(field);
    Quantity quantity = quantity(field);
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = toNumber(field + "[" + i + "]", list.get(i), quantity);
    }
    return numbers;
  }

  /** Numbers or {@code null}, which is NaN. */
  double[] numbersOrNull(String field) {
    JsonNode list = list(field);
    Quantity quantity = quantity(field);
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode value = list.get(i);
      numbers[i] = value.isNull() ? Double.NaN : toNumber(field + "[" + i + "]", value, quantity);
    }
    return numbers;
  }

  /** The numbers of an object whose fields have names of their own. */
  Map<String, Double> numbersByName(String field) {
    JsonObject object = object(field);
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String name : object.node.propertyNames()) {
      numbers.put(name, object.number(name));
    }
    return numbers;
  }

  /** Pairs of numbers. */
  public List<double[]> pairs(String field) {
    JsonNode list = list(field);
    Quantity quantity = quantity(field);
    List<double[]> pairs = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String name = field + "[" + i + "]";
      JsonNode pair = list.get(i);
      if (!pair.isArray() || pair.size() != 2) {
        throw wrongType(name, "a list of two numbers", pair);
      }
      // The first is no power but a part of a whole.
      pairs.add(
          new double[] {
            toNumber(name + "[0]", pair.get(0), Quantity.NUMBER),
            toNumber(name + "[1]", pair.get(1), quantity)
          });
    }
    return pairs;
  }

  List<Double> numberList(String field) {
    return Arrays.stream(numbers(field)).boxed().toList();
  }

  /** A number for all periods, or T numbers. */
  Series series(String field) {
    return required(field).isArray()
        ? Series.of(perPeriod(field))
        : Series.constant(reading.periods(), number(field));
  }

  /** T numbers. */
  double[] perPeriod(String field) {
    return numbers(field, reading.periods());
  }

  /** T numbers. */
  double[] numbers(String field, int periods) {
    double[] numbers = numbers(field);
    if (numbers.length != periods) {
      throw error(
          field + " has " + numbers.length + " numbers, horizon.periods is " + periods,
          "Maybe the series is of another day or another step than the horizon.");
    }
    return numbers;
  }

  public JsonObject object(String field) {
    JsonNode value = required(field);
    if (!value.isObject()) {
      throw wrongType(field, "an object", value);
    }
    return new JsonObject(reading, prefix + field + ".", value);
  }

  /** The objects of a list; none where the field is absent. */
  public List<JsonObject> objectsOrNone(String field) {
    return has(field) ? objects(field) : List.of();
  }

  public List<JsonObject> objects(String field) {
    JsonNode list = list(field);
    List<JsonObject> objects = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String name = field + "[" + i + "]";
      if (!list.get(i).isObject()) {
        throw wrongType(name, "an object", list.get(i));
      }
      objects.add(new JsonObject(reading, prefix + name + ".", list.get(i)));
    }
    return objects;
  }

  public JsonNode list(String field) {
    JsonNode value = required(field);
    if (!value.isArray()) {
      throw wrongType(field, "a list", value);
    }
    return value;
  }

  /** An error about a field of this object; the sentence begins with the field's name. */
  public InputException error(String sentence, String maybe) {
    return new InputException(reading.file() + ": " + prefix + sentence, maybe);
  }

  /** Builds a part of the domain and puts file and object before what the domain refuses. */
  public <T> T build(String maybe, Supplier<T> part) {
    try {
      return part.get();
    } catch (IllegalArgumentException problem) {
      throw error(String.valueOf(problem.getMessage()), maybe);
    } catch (ScenarioException problem) {
      throw refused(problem.sentence(), problem.maybe());
    } catch (GridException problem) {
      throw refused(problem.sentence(), problem.maybe());
    }
  }

  /** These name their object themselves, so no field's name follows the prefix. */
  private InputException refused(String sentence, String maybe) {
    String object = prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) + ": " : prefix;
    return new InputException(reading.file() + ": " + object + sentence, maybe);
  }

  InputException missing(String field) {
    return error(field + " is missing", "Maybe it stands in another object, or was left out.");
  }

  private JsonNode required(String field) {
    JsonNode value = node.get(field);
    if (value == null) {
      throw missing(field);
    }
    return value;
  }

  /** The last object with a name of its own ends what stands before the names of fields. */
  private Quantity quantity(String field) {
    int named = prefix.lastIndexOf(": ");
    return Quantity.of((named < 0 ? prefix : prefix.substring(named + 2)) + field);
  }

  private double toNumber(String field, JsonNode value, Quantity quantity) {
    if (!value.isNumber()) {
      throw wrongType(field, "a number", value);
    }
    double number = value.doubleValue();
    if (!Double.isFinite(number)) {
      throw error(
          field + " (" + number + ") must be a finite number", "Maybe its exponent is wrong.");
    }
    if (!quantity.allows(number)) {
      throw error(field + " (" + number + ") " + quantity.bound(number), quantity.maybe());
    }
    return number;
  }

  private InputException wrongType(String field, String wanted, JsonNode value) {
    String maybe =
        value.isString() && wanted.endsWith("number")
            ? "Maybe it only has quotation marks too many."
            : WRONG_TYPE;
    return error(field + " must be " + wanted + ", not " + describe(value), maybe);
  }

  static String describe(@Nullable JsonNode value) {
    if (value == null || value.isMissingNode()) {
      return "nothing";
    }
    if (value.isString()) {
      return "the text \"" + value.stringValue() + "\"";
    }
    if (value.isObject()) {
      return "an object";
    }
    return value.isArray() ? "a list" : value.toString();
  }
}
