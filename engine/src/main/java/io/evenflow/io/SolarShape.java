package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.series;
import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.truth;
import static io.evenflow.io.Field.word;

import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Solar.Reactive;
import io.evenflow.time.Series;

/** An entry of a scenario's {@code solar}. */
final class SolarShape {
  private static final Field<String> ID = text("id").says("its name, no two the same");
  private static final Field<Series> AVAILABLE_KW =
      series("availableKw")
          .unit("kW")
          .from(0)
          .says("a number or T numbers: what the sun gives, 0 or more");
  private static final Field<Boolean> CURTAILABLE =
      truth("curtailable").or(false, "`false`").says("whether it may feed in less than that");
  private static final Field<Double> RATING_KVA =
      number("ratingKva")
          .optional("no limit")
          .unit("kVA")
          .above(0)
          .says("most apparent power of its inverter, above 0");
  private static final Field<Reactive> REACTIVE =
      word("reactive", Reactive.values(), Reactive::word)
          .or(Reactive.NONE, "`none`")
          .says(
              "its reactive power: `none`; `free`, decided within `ratingKva`, which it needs;"
                  + " `fixed`, by `powerFactor`");
  private static final Field<Double> POWER_FACTOR =
      number("powerFactor")
          .optional("")
          .from(-1)
          .to(1)
          .says(
              "cos φ where `reactive` is `fixed`, from -1 to 1 and not 0; positive draws reactive"
                  + " power, negative feeds it in");

  static final Shape<Solar> SHAPE =
      LocationFields.with(
              Shape.of("Maybe its numbers are of another plant.", SolarShape::read)
                  .named("solar")
                  .with(ID, Solar::id),
              Solar::location)
          .with(AVAILABLE_KW, Solar::availableKw)
          .with(CURTAILABLE, Solar::curtailable)
          .with(RATING_KVA, Solar::ratingKva)
          .with(REACTIVE, Solar::reactive)
          .with(POWER_FACTOR, Solar::powerFactor, SolarShape::isFixed);

  private SolarShape() {}

  private static boolean isFixed(Solar solar) {
    return solar.reactive() == Reactive.FIXED;
  }

  private static Solar read(JsonObject solar) {
    return new Solar(
        solar.get(ID),
        LocationFields.read(solar),
        solar.get(AVAILABLE_KW),
        solar.get(CURTAILABLE),
        solar.orNull(RATING_KVA),
        solar.get(REACTIVE),
        powerFactor(solar));
  }

  /** 1 where reactive power is not fixed. */
  private static double powerFactor(JsonObject solar) {
    boolean isFixed = solar.get(REACTIVE) == Reactive.FIXED;
    Double factor = solar.orNull(POWER_FACTOR);
    if (isFixed && factor == null) {
      throw solar.error(
          "powerFactor is missing, and reactive is 'fixed'", "Maybe 0.95 is meant, or 1.");
    }
    if (!isFixed && factor != null) {
      throw solar.error(
          "powerFactor (" + factor + ") must be left out unless reactive is 'fixed'",
          "Maybe set reactive to 'fixed'.");
    }
    return factor == null ? 1 : factor;
  }
}
