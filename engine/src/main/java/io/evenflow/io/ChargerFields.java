package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.object;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Powers and efficiencies of a station or battery, and of a session or vehicle that overrides its
 * station's.
 */
final class ChargerFields {
  private static final Field<PowerRange> CHARGE =
      object("chargePowerKw", PowerRangeShape.SHAPE)
          .unit("kW")
          .says("what charges does so with a power of this range, or not at all");
  private static final Field<Double> CHARGE_EFFICIENCY =
      number("chargeEfficiency")
          .or(1.0, "1")
          .above(0)
          .to(1)
          .says("energy into the battery per energy drawn, above 0 and at most 1");
  private static final Field<PowerRange> DISCHARGE =
      object("dischargePowerKw", PowerRangeShape.SHAPE)
          .optional("cannot")
          .unit("kW")
          .says("likewise for feeding back");
  private static final Field<Double> DISCHARGE_EFFICIENCY =
      number("dischargeEfficiency")
          .or(1.0, "1")
          .above(0)
          .to(1)
          .says("energy fed in per energy out of the battery, above 0 and at most 1");

  private static final String STATION = "its station's";
  private static final Field<PowerRange> OWN_CHARGE = CHARGE.or(null, STATION);
  private static final Field<Double> OWN_CHARGE_EFFICIENCY = CHARGE_EFFICIENCY.or(null, STATION);
  private static final Field<PowerRange> OWN_DISCHARGE =
      DISCHARGE
          .orNull(null, STATION)
          .says("likewise for feeding back; `null` is a vehicle that cannot");
  private static final Field<Double> OWN_DISCHARGE_EFFICIENCY =
      DISCHARGE_EFFICIENCY.or(null, STATION);

  private ChargerFields() {}

  /** The four fields of a thing that has a charger. */
  static <T> Shape<T> with(Shape<T> shape, Function<T, Charger> of) {
    return shape
        .with(CHARGE, thing -> of.apply(thing).charge())
        .with(CHARGE_EFFICIENCY, thing -> of.apply(thing).chargeEfficiency())
        .with(DISCHARGE, thing -> of.apply(thing).discharge())
        .with(DISCHARGE_EFFICIENCY, thing -> of.apply(thing).dischargeEfficiency());
  }

  static Charger read(JsonObject object) {
    PowerRange charge = object.get(CHARGE);
    PowerRange discharge = object.orNull(DISCHARGE);
    return charger(
        object, charge, object.get(CHARGE_EFFICIENCY), discharge, object.get(DISCHARGE_EFFICIENCY));
  }

  /** The four fields of a thing that may override its station's. */
  static <T> Shape<Fitted<T>> withOwn(Shape<Fitted<T>> shape) {
    return own(
        own(
            own(
                own(shape, OWN_CHARGE, Charger::charge),
                OWN_CHARGE_EFFICIENCY,
                Charger::chargeEfficiency),
            OWN_DISCHARGE,
            Charger::discharge),
        OWN_DISCHARGE_EFFICIENCY,
        Charger::dischargeEfficiency);
  }

  private static <T, V> Shape<Fitted<T>> own(
      Shape<Fitted<T>> shape, Field<V> field, Function<Charger, @Nullable V> part) {
    return shape.with(field, thing -> thing.value(part), thing -> thing.overrides(part::apply));
  }

  static Charger readOwn(JsonObject object, Charger station) {
    PowerRange charge = object.orNull(OWN_CHARGE);
    PowerRange discharge =
        object.has(OWN_DISCHARGE) ? object.orNull(OWN_DISCHARGE) : station.discharge();
    Double charging = object.orNull(OWN_CHARGE_EFFICIENCY);
    Double discharging = object.orNull(OWN_DISCHARGE_EFFICIENCY);
    return charger(
        object,
        charge == null ? station.charge() : charge,
        charging == null ? station.chargeEfficiency() : charging,
        discharge,
        discharging == null ? station.dischargeEfficiency() : discharging);
  }

  private static Charger charger(
      JsonObject object,
      PowerRange charge,
      double charging,
      @Nullable PowerRange discharge,
      double discharging) {
    return object.build(
        Math.max(charging, discharging) > 1
            ? "Maybe a percentage was given: 90 % is 0.9."
            : "Maybe leave it out where nothing is lost.",
        () -> new Charger(charge, charging, discharge, discharging));
  }
}
