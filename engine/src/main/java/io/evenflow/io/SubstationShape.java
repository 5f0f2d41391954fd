package io.evenflow.io;

import static io.evenflow.io.Field.series;

import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;

/** A scenario's {@code substation}. */
final class SubstationShape {
  private static final Field<Series> IMPORT_LIMIT =
      series("importLimitKw")
          .optional("the case's")
          .unit("kW")
          .from(0)
          .says(
              "a number or T numbers: most that it may draw, beside the case's limits, 0 or more");
  private static final Field<Series> EXPORT_LIMIT =
      series("exportLimitKw")
          .optional("the case's")
          .unit("kW")
          .from(0)
          .says("a number or T numbers: most that it may give back, likewise");

  static final Shape<Substation> SHAPE =
      TariffFields.with(
              Shape.of("Maybe the sign is wrong.", SubstationShape::read),
              "the case's cost, or `substationCostPerMwh`",
              Substation::tariff)
          .with(IMPORT_LIMIT, Substation::importLimitKw)
          .with(EXPORT_LIMIT, Substation::exportLimitKw)
          .with(PeakChargeShape.FIELD, Substation::peakCharge);

  private SubstationShape() {}

  private static Substation read(JsonObject substation) {
    return new Substation(
        TariffFields.read(substation),
        substation.orNull(IMPORT_LIMIT),
        substation.orNull(EXPORT_LIMIT),
        substation.orNull(PeakChargeShape.FIELD));
  }
}
