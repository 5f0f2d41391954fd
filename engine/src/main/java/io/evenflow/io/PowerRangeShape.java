package io.evenflow.io;

import static io.evenflow.io.Field.number;

import io.evenflow.fleet.PowerRange;

/** Powers a charger can hold. */
final class PowerRangeShape {
  private static final Field<Double> MIN =
      number("min").unit("kW").from(0).says("least power when on, 0 or more");
  private static final Field<Double> MAX =
      number("max").unit("kW").from(0).says("greatest power, at least `min`");

  static final Shape<PowerRange> SHAPE =
      Shape.of(
              "Maybe the two are the wrong way round; both are kW at the meter, 0 or more.",
              range -> new PowerRange(range.get(MIN), range.get(MAX)))
          .with(MIN, PowerRange::minKw)
          .with(MAX, PowerRange::maxKw);

  private PowerRangeShape() {}
}
