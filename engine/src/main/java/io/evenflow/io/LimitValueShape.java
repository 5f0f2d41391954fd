package io.evenflow.io;

import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.scenario.LimitValue;

/** An entry of a result's {@code limitValues}. */
final class LimitValueShape {
  private static final Field<String> LIMIT =
      text("limit").says("such as `station 'depot': connection import` or `branch 3-4`");
  private static final Field<Integer> PERIOD =
      wholeNumber("period").optional("").says("that it is moved in, `null` for all");
  private static final Field<String> UNIT = text("unit").says("`kW`, `kVA` or `0.001 p.u.`");
  private static final Field<Double> LOW =
      Field.of(Kind.FIGURE, "lowPerUnit")
          .unit("currency per unit")
          .says("what one unit more saves over the day, at least");
  private static final Field<Double> HIGH =
      Field.of(Kind.FIGURE, "highPerUnit").unit("currency per unit").says("likewise, at most");

  static final Shape<LimitValue> SHAPE =
      Shape.of(
              "Maybe the result is of another day.",
              entry ->
                  new LimitValue(
                      entry.get(LIMIT),
                      entry.orNull(PERIOD),
                      entry.get(UNIT),
                      entry.get(LOW),
                      entry.get(HIGH)))
          .whole()
          .with(LIMIT, LimitValue::limit)
          .with(PERIOD, LimitValue::period)
          .with(UNIT, LimitValue::unit)
          .with(LOW, LimitValue::lowPerUnit)
          .with(HIGH, LimitValue::highPerUnit);

  private LimitValueShape() {}
}
