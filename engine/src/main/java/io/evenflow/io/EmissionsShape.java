package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.series;

import io.evenflow.market.Emissions;
import io.evenflow.time.Series;

/** A scenario's {@code emissions}. */
final class EmissionsShape {
  private static final Field<Series> GRAMS_PER_KWH =
      series("gramsPerKwh")
          .unit("g/kWh")
          .says("a number or T numbers: CO₂ of a kWh that the substation draws");
  private static final Field<Double> PRICE_PER_TONNE =
      number("pricePerTonne")
          .or(0.0, "0")
          .unit("per tonne")
          .from(0)
          .says("what a tonne costs, 0 or more; 0 reports it only");

  static final Shape<Emissions> SHAPE =
      Shape.of(
              "Maybe the sign is wrong.",
              emissions ->
                  new Emissions(emissions.get(GRAMS_PER_KWH), emissions.get(PRICE_PER_TONNE)))
          .with(GRAMS_PER_KWH, Emissions::gramsPerKwh)
          .with(PRICE_PER_TONNE, Emissions::pricePerTonne);

  private EmissionsShape() {}
}
