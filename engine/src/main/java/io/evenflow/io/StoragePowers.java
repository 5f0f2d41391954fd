package io.evenflow.io;

import static io.evenflow.io.Field.figure;
import static io.evenflow.io.Field.perPeriod;
import static io.evenflow.io.Field.text;

import org.jspecify.annotations.Nullable;

/**
 * What a result says of a session, a vehicle or a battery.
 *
 * @param chargeKw by period of the horizon
 * @param dischargeKw likewise
 * @param energyKwh at the start of each period and at the end of the last, NaN while it is not
 *     there; null where the result does not say it
 * @param shortfallKwh null where the result does not say it
 */
record StoragePowers(
    String id,
    double[] chargeKw,
    double[] dischargeKw,
    double @Nullable [] energyKwh,
    @Nullable Double shortfallKwh) {
  private static final Field<String> ID = text("id").says("as in the scenario");
  private static final Field<double[]> CHARGE_KW =
      perPeriod("chargeKw").unit("kW").says("T numbers, at the meter, 0 while absent");
  private static final Field<double[]> DISCHARGE_KW =
      perPeriod("dischargeKw").unit("kW").says("T numbers, likewise");
  private static final Field<double[]> ENERGY_KWH =
      Field.of(Kind.FIGURES, "energyKwh")
          .optional("")
          .unit("kWh")
          .says(
              "T + 1 numbers: at the start of each period and at the end of the last, `null` while"
                  + " absent");
  private static final Field<Double> SHORTFALL_KWH = figure("shortfallKwh").unit("kWh");

  static final Shape<StoragePowers> SESSION =
      powers("session")
          .with(SHORTFALL_KWH.says("energy missing on departure"), StoragePowers::shortfallKwh);

  static final Shape<StoragePowers> VEHICLE =
      powers("vehicle")
          .with(
              SHORTFALL_KWH.says("energy missing on trips, on departures and at the end"),
              StoragePowers::shortfallKwh);

  static final Shape<StoragePowers> BATTERY = powers("battery");

  private static Shape<StoragePowers> powers(String noun) {
    return Shape.of("Maybe the result is of another day.", StoragePowers::read)
        .named(noun)
        .whole()
        .with(ID, StoragePowers::id)
        .with(CHARGE_KW, StoragePowers::chargeKw)
        .with(DISCHARGE_KW, StoragePowers::dischargeKw)
        .with(ENERGY_KWH, StoragePowers::energyKwh);
  }

  private static StoragePowers read(JsonObject entry) {
    return new StoragePowers(
        entry.get(ID),
        entry.get(CHARGE_KW),
        entry.get(DISCHARGE_KW),
        entry.orNull(ENERGY_KWH),
        entry.orNull(SHORTFALL_KWH));
  }
}
