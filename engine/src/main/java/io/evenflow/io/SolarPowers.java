package io.evenflow.io;

import static io.evenflow.io.Field.perPeriod;
import static io.evenflow.io.Field.text;

/**
 * What a result says of a photovoltaic plant.
 *
 * @param activeKw fed in, by period
 * @param reactiveKvar fed in, by period
 */
record SolarPowers(String id, double[] activeKw, double[] reactiveKvar) {
  private static final Field<String> ID = text("id").says("as in the scenario");
  private static final Field<double[]> ACTIVE_KW =
      perPeriod("activeKw").unit("kW").says("T numbers, fed in");
  private static final Field<double[]> REACTIVE_KVAR =
      perPeriod("reactiveKvar").unit("kvar").says("T numbers, fed in; negative draws");

  static final Shape<SolarPowers> SHAPE =
      Shape.of(
              "Maybe the result is of another day.",
              entry ->
                  new SolarPowers(entry.get(ID), entry.get(ACTIVE_KW), entry.get(REACTIVE_KVAR)))
          .named("solar")
          .with(ID, SolarPowers::id)
          .with(ACTIVE_KW, SolarPowers::activeKw)
          .with(REACTIVE_KVAR, SolarPowers::reactiveKvar);
}
