package io.evenflow.io;

import static io.evenflow.io.Field.list;
import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.numbers;
import static io.evenflow.io.Field.truth;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.SessionDetails;
import java.util.List;
import java.util.function.Function;

/** What a session may say beyond powers and a target on departure. */
final class SessionDetailsFields {
  private static final Field<List<SessionDetails.Target>> TARGETS =
      list("targets", TargetShape.SHAPE)
          .or(List.of(), "none")
          .second()
          .says(
              "energies wanted before departure; what is missing then costs"
                  + " `shortfallCostPerKwh` as well");
  private static final Field<Double> VALUE_ABOVE_TARGET =
      number("valueAboveTargetPerKwh")
          .or(0.0, "0")
          .unit("per kWh")
          .from(0)
          .second()
          .says(
              "value of energy above the target on departure, 0 or more and at most"
                  + " `shortfallCostPerKwh`");
  private static final Field<Double> THROUGHPUT_COST =
      number("throughputCostPerKwh")
          .or(0.0, "0")
          .unit("per kWh")
          .from(0)
          .second()
          .says("cost of energy charged and of energy discharged, at the meter, 0 or more");
  private static final Field<Double> START_COST =
      number("startCost")
          .or(0.0, "0")
          .unit("currency")
          .from(0)
          .second()
          .says("cost of each period of charging that follows one without, 0 or more");
  private static final Field<Integer> MINIMUM_RUN =
      wholeNumber("minimumRunPeriods")
          .or(1, "1")
          .unit("period")
          .from(1)
          .second()
          .says(
              "once begun, charging goes on for at least so many periods or to the end of the stay,"
                  + " 1 or more");
  private static final Field<List<Double>> POWER_STEPS =
      numbers("powerStepsKw")
          .or(List.of(), "all within `chargePowerKw`")
          .unit("kW")
          .above(0)
          .second()
          .says("the only powers it can charge with, rising, within `chargePowerKw`");
  private static final Field<ChargingCurve> CHARGING_CURVE =
      Field.of(CurveKind.CURVE, "chargingCurve")
          .optional("no limit")
          .unit("kW")
          .second()
          .says(
              "greatest charging power over the state of charge: pairs of a state, 0 to 1, rising,"
                  + " and a power, 0 or more; linear between them");
  private static final Field<Boolean> CHARGING_NOW =
      truth("chargingNow")
          .or(false, "`false`")
          .second()
          .says(
              "whether it has been charging before its first period, so that going on is no start");
  private static final Field<Double> VALUE_AT_END =
      number("valueAtEndPerKwh")
          .or(0.0, "0")
          .unit("per kWh")
          .from(0)
          .second()
          .says("value of all energy on departure, as of a stay that goes on beyond the horizon");
  private static final Field<Double> MIN_DEPARTURE =
      number("minDepartureEnergyKwh")
          .or(0.0, "0")
          .unit("kWh")
          .from(0)
          .second()
          .says(
              "energy it must have on departure whatever a shortfall costs, 0 or more and at most"
                  + " `batteryKwh`");

  private SessionDetailsFields() {}

  static <T> Shape<T> with(Shape<T> shape, Function<T, SessionDetails> of) {
    return shape
        .with(TARGETS, thing -> of.apply(thing).targets())
        .with(VALUE_ABOVE_TARGET, thing -> of.apply(thing).valueAboveTargetPerKwh())
        .with(THROUGHPUT_COST, thing -> of.apply(thing).throughputCostPerKwh())
        .with(START_COST, thing -> of.apply(thing).startCost())
        .with(MINIMUM_RUN, thing -> of.apply(thing).minimumRunPeriods())
        .with(POWER_STEPS, thing -> of.apply(thing).powerStepsKw())
        .with(CHARGING_CURVE, thing -> of.apply(thing).chargingCurve())
        .with(CHARGING_NOW, thing -> of.apply(thing).chargingNow())
        .with(VALUE_AT_END, thing -> of.apply(thing).valueAtEndPerKwh())
        .with(MIN_DEPARTURE, thing -> of.apply(thing).minDepartureEnergyKwh());
  }

  static SessionDetails read(JsonObject session) {
    if (session.reading().isFirst()) {
      return SessionDetails.NONE;
    }
    return session.build(
        "Maybe its unit is another, or a sign is wrong.",
        () ->
            new SessionDetails(
                session.get(TARGETS),
                session.get(VALUE_ABOVE_TARGET),
                session.get(VALUE_AT_END),
                session.get(THROUGHPUT_COST),
                session.get(START_COST),
                session.get(MINIMUM_RUN),
                session.get(POWER_STEPS),
                session.orNull(CHARGING_CURVE),
                session.get(CHARGING_NOW),
                session.get(MIN_DEPARTURE)));
  }
}
