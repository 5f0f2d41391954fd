package io.evenflow.io;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import org.jspecify.annotations.Nullable;

/** Reads the powers and efficiencies of a station, or of a session that overrides its station's. */
final class ChargerReader {
  private final JsonObject object;

  private ChargerReader(JsonObject object) {
    this.object = object;
  }

  static Charger ofStation(JsonObject station) {
    ChargerReader reader = new ChargerReader(station);
    return reader.charger(reader.range("chargePowerKw"), 1, reader.discharge(null), 1);
  }

  static Charger ofSession(JsonObject session, Charger station) {
    ChargerReader reader = new ChargerReader(session);
    PowerRange charge =
        session.has("chargePowerKw") ? reader.range("chargePowerKw") : station.charge();
    return reader.charger(
        charge,
        station.chargeEfficiency(),
        reader.discharge(station.discharge()),
        station.dischargeEfficiency());
  }

  private Charger charger(
      PowerRange charge,
      double chargeEfficiency,
      @Nullable PowerRange discharge,
      double dischargeEfficiency) {
    double charging = object.numberOr(chargeEfficiency, "chargeEfficiency");
    double discharging = object.numberOr(dischargeEfficiency, "dischargeEfficiency");
    return object.build(
        Math.max(charging, discharging) > 1
            ? "Maybe a percentage was given: 90 % is 0.9."
            : "Maybe leave it out where nothing is lost.",
        () -> new Charger(charge, charging, discharge, discharging));
  }

  /** {@code null} in the file says that this one cannot discharge, whatever its station can. */
  private @Nullable PowerRange discharge(@Nullable PowerRange absent) {
    if (!object.has("dischargePowerKw")) {
      return absent;
    }
    return object.isNull("dischargePowerKw") ? null : range("dischargePowerKw");
  }

  private PowerRange range(String field) {
    JsonObject power = object.object(field);
    power.requireOnly("min", "max");
    return power.build(
        "Maybe the two are the wrong way round; both are kW at the meter, 0 or more.",
        () -> new PowerRange(power.number("min"), power.number("max")));
  }
}
