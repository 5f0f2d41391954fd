package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.truth;

import io.evenflow.scenario.SubstationVoltage;

/** A scenario's {@code limits.substationVoltagePu}. */
final class SubstationVoltageShape {
  private static final Field<Double> MIN =
      number("min").unit("p.u.").above(0).says("least voltage, above 0");
  private static final Field<Double> MAX =
      number("max").unit("p.u.").above(0).says("greatest voltage, at least `min`");
  private static final Field<Boolean> PER_PERIOD =
      truth("perPeriod")
          .or(false, "`false`")
          .says("`true`: another voltage in each period; `false`: one for the whole horizon");

  static final Shape<SubstationVoltage> SHAPE =
      Shape.of(
              "Maybe the two are the wrong way round.",
              range -> new SubstationVoltage(range.get(MIN), range.get(MAX), range.get(PER_PERIOD)))
          .with(MIN, SubstationVoltage::minPu)
          .with(MAX, SubstationVoltage::maxPu)
          .with(PER_PERIOD, SubstationVoltage::perPeriod);

  private SubstationVoltageShape() {}
}
