package io.evenflow.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of JSON object: its fields in the order they are written, and how a part of the domain
 * comes out of them.
 */
final class Shape<T> {
  /**
   * A field and where its value is.
   *
   * @param isSaid whether a value is written; who leaves it out says what the field's absence says
   */
  private record Part<T, V>(Field<V> field, Function<T, @Nullable V> value, Predicate<T> isSaid) {

    boolean isWritten(T whole) {
      return isSaid.test(whole) && says(value.apply(whole));
    }

    /** Fields of the second version stand only where they say more than their absence. */
    private boolean says(@Nullable V said) {
      if (said == null) {
        return field.presence().onNull() == Presence.Null.SPEAKS;
      }
      return !field.isSecond() || !said.equals(field.presence().absent());
    }

    boolean isSecond(T whole) {
      if (!isWritten(whole)) {
        return false;
      }
      V said = value.apply(whole);
      return field.isSecond() || (said != null && field.kind().isSecond().test(said));
    }

    void write(ObjectNode node, T whole) {
      V said = value.apply(whole);
      if (said == null) {
        node.putNull(field.name());
      } else {
        node.set(field.name(), field.kind().write(field.name(), said));
      }
    }
  }

  private final String maybe;
  private final Function<JsonObject, T> reader;
  private final @Nullable String noun;
  private final boolean isWhole;
  private final List<Part<T, ?>> parts;

  /** Made when they are first asked for, and the same whoever makes them. */
  private @Nullable KnownFields knownToFirst;

  private @Nullable KnownFields knownToSecond;

  private Shape(
      String maybe,
      Function<JsonObject, T> reader,
      @Nullable String noun,
      boolean isWhole,
      List<Part<T, ?>> parts) {
    this.maybe = maybe;
    this.reader = reader;
    this.noun = noun;
    this.isWhole = isWhole;
    this.parts = List.copyOf(parts);
  }

  /**
   * A shape without fields yet.
   *
   * @param maybe what may be meant where the domain refuses what the fields say
   * @param reader makes a part of the domain of an object with these fields
   */
  static <T> Shape<T> of(String maybe, Function<JsonObject, T> reader) {
    return new Shape<>(maybe, reader, null, false, List.of());
  }

  /** Objects that errors call by their {@code id}, as "session 'ev7'". */
  Shape<T> named(String what) {
    return new Shape<>(maybe, reader, what, isWhole, parts);
  }

  /** Objects that have every field, {@code null} where it has no value. */
  Shape<T> whole() {
    return new Shape<>(maybe, reader, noun, true, parts);
  }

  <V> Shape<T> with(Field<V> field, Function<T, @Nullable V> value) {
    return with(field, value, whole -> true);
  }

  <V> Shape<T> with(Field<V> field, Function<T, @Nullable V> value, Predicate<T> isSaid) {
    List<Part<T, ?>> more = new ArrayList<>(parts);
    more.add(new Part<>(field, value, isSaid));
    return new Shape<>(maybe, reader, noun, isWhole, more);
  }

  /**
   * @throws InputException for fields that are not known, and for what fields or domain refuse
   */
  T read(JsonObject object) {
    JsonObject named = noun == null ? object : object.named(noun + " '" + object.text("id") + "'");
    known(named.reading().isFirst()).requireOnly(named);
    return named.build(maybe, () -> reader.apply(named));
  }

  private KnownFields known(boolean isFirst) {
    KnownFields known = isFirst ? knownToFirst : knownToSecond;
    if (known == null) {
      known = new KnownFields(fields(), isFirst);
      if (isFirst) {
        knownToFirst = known;
      } else {
        knownToSecond = known;
      }
    }
    return known;
  }

  List<T> readAll(List<JsonObject> objects) {
    List<T> all = new ArrayList<>();
    objects.forEach(object -> all.add(read(object)));
    return all;
  }

  ObjectNode write(T whole) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    parts.stream()
        .filter(part -> isWhole || part.isWritten(whole))
        .forEach(part -> part.write(node, whole));
    return node;
  }

  /** Whether only the second version of the format can say it. */
  boolean isSecond(T whole) {
    return parts.stream().anyMatch(part -> part.isSecond(whole));
  }

  List<Field<?>> fields() {
    List<Field<?>> fields = new ArrayList<>();
    parts.forEach(part -> fields.add(part.field()));
    return fields;
  }

  ObjectNode schema() {
    ObjectNode schema = Kind.type("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Field<?> field : fields()) {
      properties.set(field.name(), field.schema());
      if (field.presence().isRequired()) {
        required.add(field.name());
      }
    }
    schema.set("required", required);
    return schema.put("additionalProperties", false);
  }
}
