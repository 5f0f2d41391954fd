package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.text;

import io.evenflow.scenario.Settlement.Peak;

/** An entry of a result's {@code peaks}. */
final class PeakShape {
  private static final Field<String> WHERE =
      text("where").says("`station 'depot'`, `group 'street'` or `substation`");
  private static final Field<Double> KW =
      number("kw").unit("kW").says("the highest import of the horizon");
  private static final Field<Double> COST =
      Field.of(Kind.FIGURE, "cost")
          .unit("currency")
          .says("what it costs above what was paid before the horizon");

  static final Shape<Peak> SHAPE =
      Shape.of(
              "Maybe the result is of another day.",
              peak -> new Peak(peak.get(WHERE), peak.get(KW), peak.get(COST)))
          .with(WHERE, Peak::where)
          .with(KW, Peak::kw)
          .with(COST, Peak::cost);

  private PeakShape() {}
}
