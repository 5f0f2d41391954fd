package io.evenflow.io;

import static io.evenflow.io.Field.perPeriod;
import static io.evenflow.io.Field.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a result says of a station's meter, by period. */
record MeterPowers(
    String id,
    double @Nullable [] netKw,
    double @Nullable [] importKw,
    double @Nullable [] exportKw) {
  private static final Field<String> ID = text("id").says("as in the scenario");
  private static final Field<double[]> NET_KW =
      perPeriod("netKw")
          .optional("")
          .unit("kW")
          .says("T numbers: load less PV, and what batteries, sessions and vehicles draw");
  private static final Field<double[]> IMPORT_KW =
      perPeriod("importKw").optional("").unit("kW").says("T numbers: what it draws, 0 or more");
  private static final Field<double[]> EXPORT_KW =
      perPeriod("exportKw").optional("").unit("kW").says("T numbers: what it feeds in, 0 or more");

  static final Shape<MeterPowers> SHAPE =
      Shape.of(
              "Maybe the result is of another day.",
              entry ->
                  new MeterPowers(
                      entry.get(ID),
                      entry.orNull(NET_KW),
                      entry.orNull(IMPORT_KW),
                      entry.orNull(EXPORT_KW)))
          .named("station")
          .whole()
          .with(ID, MeterPowers::id)
          .with(NET_KW, MeterPowers::netKw)
          .with(IMPORT_KW, MeterPowers::importKw)
          .with(EXPORT_KW, MeterPowers::exportKw);

  static MeterPowers of(String id, double[] netKw) {
    return new MeterPowers(
        id,
        netKw,
        Arrays.stream(netKw).map(kw -> Math.max(0, kw)).toArray(),
        Arrays.stream(netKw).map(kw -> Math.max(0, -kw)).toArray());
  }
}
