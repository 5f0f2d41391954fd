package io.evenflow.io;

import static io.evenflow.io.Field.list;
import static io.evenflow.io.Field.perPeriod;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.scenario.Loads;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario's {@code loads}. */
final class LoadsShape {
  private static final Field<Integer> BUS =
      wholeNumber("bus").says("number of the bus in the case");
  private static final Field<double[]> ACTIVE_KW =
      perPeriod("activeKw").optional("0").unit("kW").says("T numbers; negative feeds in");
  private static final Field<double[]> REACTIVE_KVAR =
      perPeriod("reactiveKvar").optional("0").unit("kvar").says("T numbers");

  private static final Shape<Loads.Adjustment> ADJUSTMENT =
      Shape.of("Maybe another bus is meant.", LoadsShape::adjustment)
          .with(BUS, Loads.Adjustment::bus)
          .with(ACTIVE_KW, adjustment -> nullIfZero(adjustment.activeKw()))
          .with(REACTIVE_KVAR, adjustment -> nullIfZero(adjustment.reactiveKvar()));

  private static final Field<double[]> SCALE =
      perPeriod("scale")
          .optional("1")
          .says("T factors on every active and reactive load of the case");
  private static final Field<List<Loads.Adjustment>> ADJUSTMENTS =
      list("adjustments", ADJUSTMENT)
          .or(List.of(), "none")
          .says("a list of powers added at single buses");

  static final Shape<Loads> SHAPE =
      Shape.of("Maybe the loads of another day were meant.", LoadsShape::loads)
          .with(SCALE, Loads::scale)
          .with(ADJUSTMENTS, Loads::adjustments, loads -> !loads.adjustments().isEmpty());

  private LoadsShape() {}

  private static Loads loads(JsonObject loads) {
    double[] scale = loads.orNull(SCALE);
    return new Loads(
        scale == null ? Loads.flat(loads.reading().periods()).scale() : scale,
        List.copyOf(loads.get(ADJUSTMENTS)));
  }

  private static Loads.Adjustment adjustment(JsonObject entry) {
    return new Loads.Adjustment(
        entry.get(BUS), orZeros(entry, ACTIVE_KW), orZeros(entry, REACTIVE_KVAR));
  }

  private static double[] orZeros(JsonObject entry, Field<double[]> field) {
    double[] numbers = entry.orNull(field);
    return numbers == null ? new double[entry.reading().periods()] : numbers;
  }

  private static double @Nullable [] nullIfZero(double[] numbers) {
    return Arrays.stream(numbers).allMatch(number -> number == 0) ? null : numbers;
  }
}
