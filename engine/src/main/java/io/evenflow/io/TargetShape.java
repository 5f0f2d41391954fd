package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.fleet.SessionDetails.Target;

/** An entry of a session's {@code targets}. */
final class TargetShape {
  private static final Field<Integer> PERIOD =
      wholeNumber("period")
          .unit("period")
          .from(0)
          .says("at whose start it is wanted, between arrival and departure");
  private static final Field<Double> ENERGY =
      number("energyKwh").unit("kWh").from(0).says("energy wanted, at most `batteryKwh`");

  static final Shape<Target> SHAPE =
      Shape.of(
              "Maybe the target is of another stay.",
              target -> new Target(target.get(PERIOD), target.get(ENERGY)))
          .with(PERIOD, Target::period)
          .with(ENERGY, Target::energyKwh);

  private TargetShape() {}
}
