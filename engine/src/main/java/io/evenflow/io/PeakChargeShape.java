package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.object;

import io.evenflow.market.PeakCharge;

/** What the highest import of a meter costs. */
final class PeakChargeShape {
  private static final Field<Double> PER_KW =
      number("perKw")
          .unit("per kW")
          .from(0)
          .says("what a kW costs of the horizon's highest import above `soFarKw`, 0 or more");
  private static final Field<Double> SO_FAR_KW =
      number("soFarKw")
          .or(0.0, "0")
          .unit("kW")
          .from(0)
          .says("the highest import before the horizon, paid already, 0 or more");

  static final Shape<PeakCharge> SHAPE =
      Shape.of(
              "Maybe the sign is wrong.",
              peak -> new PeakCharge(peak.get(PER_KW), peak.get(SO_FAR_KW)))
          .with(PER_KW, PeakCharge::perKw)
          .with(SO_FAR_KW, PeakCharge::soFarKw);

  static final Field<PeakCharge> FIELD =
      object("peakCharge", SHAPE)
          .optional("none")
          .second()
          .says("what the highest net import of a period costs");

  private PeakChargeShape() {}
}
