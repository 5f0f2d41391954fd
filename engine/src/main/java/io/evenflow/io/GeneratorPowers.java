package io.evenflow.io;

import static io.evenflow.io.Field.perPeriod;
import static io.evenflow.io.Field.wholeNumber;

/**
 * What a result says of a generator.
 *
 * @param bus number in the case
 * @param activeKw by period
 * @param reactiveKvar by period
 */
record GeneratorPowers(int bus, double[] activeKw, double[] reactiveKvar) {
  private static final Field<Integer> BUS =
      wholeNumber("bus").says("number of its bus in the case");
  private static final Field<double[]> ACTIVE_KW =
      perPeriod("activeKw").unit("kW").says("T numbers");
  private static final Field<double[]> REACTIVE_KVAR =
      perPeriod("reactiveKvar").unit("kvar").says("T numbers");

  static final Shape<GeneratorPowers> SHAPE =
      Shape.of(
              "Maybe the result is of another day.",
              entry ->
                  new GeneratorPowers(
                      entry.get(BUS), entry.get(ACTIVE_KW), entry.get(REACTIVE_KVAR)))
          .with(BUS, GeneratorPowers::bus)
          .with(ACTIVE_KW, GeneratorPowers::activeKw)
          .with(REACTIVE_KVAR, GeneratorPowers::reactiveKvar);
}
