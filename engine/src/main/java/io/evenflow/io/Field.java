package io.evenflow.io;

import io.evenflow.time.Series;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of a JSON object, said once: reading, writing, errors and the schema come from here.
 *
 * @param name as it stands in the file
 * @param kind what its value is
 * @param presence whether it must be there, and what holds where it is not
 * @param range what a number in it may be
 * @param unit of its numbers, empty for none
 * @param isSecond whether only the second version of the format has it
 * @param says what it is, in a sentence without a full stop
 */
record Field<V>(
    String name,
    Kind<V> kind,
    Presence<V> presence,
    Range range,
    String unit,
    boolean isSecond,
    String says) {

  private static <V> Field<V> of(String name, Kind<V> kind) {
    return new Field<>(name, kind, Presence.required(), Range.ANY, "", false, "");
  }

  static Field<String> text(String name) {
    return of(name, Kind.TEXT);
  }

  static Field<List<String>> texts(String name) {
    return of(name, Kind.TEXTS);
  }

  static Field<Boolean> truth(String name) {
    return of(name, Kind.TRUTH);
  }

  static Field<Double> number(String name) {
    return of(name, Kind.NUMBER);
  }

  static Field<Integer> wholeNumber(String name) {
    return of(name, Kind.WHOLE_NUMBER);
  }

  /** As many numbers as there are. */
  static Field<List<Double>> numbers(String name) {
    return of(name, Kind.NUMBERS);
  }

  /** T numbers. */
  static Field<double[]> perPeriod(String name) {
    return of(name, Kind.PER_PERIOD);
  }

  /** A number or T numbers. */
  static Field<Series> series(String name) {
    return of(name, Kind.SERIES);
  }

  /** A number of a result, {@code null} where it is none. */
  static Field<Double> figure(String name) {
    return of(name, Kind.FIGURE).optional("");
  }

  static <E> Field<E> word(String name, E[] values, Function<E, String> wordOf) {
    return of(name, Kind.word(Arrays.asList(values), wordOf));
  }

  static <T> Field<T> object(String name, Shape<T> shape) {
    return of(name, Kind.object(shape));
  }

  static <T> Field<List<T>> list(String name, Shape<T> shape) {
    return of(name, Kind.list(shape));
  }

  /** A field of a kind of its own. */
  static <V> Field<V> of(Kind<V> kind, String name) {
    return of(name, kind);
  }

  /** May be left out, but not {@code null}. */
  Field<V> or(@Nullable V absent, String words) {
    return with(new Presence<>(false, Presence.Null.WRONG, absent, words));
  }

  /** May be left out or {@code null}, which is the same. */
  Field<V> optional(String words) {
    return with(new Presence<>(false, Presence.Null.ABSENT, null, words));
  }

  /** May be left out, which is one thing, or {@code null}, which is another. */
  Field<V> orNull(@Nullable V absent, String words) {
    return with(new Presence<>(false, Presence.Null.SPEAKS, absent, words));
  }

  private Field<V> with(Presence<V> other) {
    return new Field<>(name, kind, other, range, unit, isSecond, says);
  }

  Field<V> from(double least) {
    return with(range.from(least));
  }

  Field<V> above(double least) {
    return with(range.above(least));
  }

  Field<V> to(double most) {
    return with(range.to(most));
  }

  private Field<V> with(Range other) {
    return new Field<>(name, kind, presence, other, unit, isSecond, says);
  }

  Field<V> unit(String other) {
    return new Field<>(name, kind, presence, range, other, isSecond, says);
  }

  Field<V> second() {
    return new Field<>(name, kind, presence, range, unit, true, says);
  }

  Field<V> says(String sentence) {
    return new Field<>(name, kind, presence, range, unit, isSecond, sentence);
  }

  ObjectNode schema() {
    return FieldSchema.of(this);
  }
}
