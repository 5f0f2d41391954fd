package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.text;

import io.evenflow.fleet.Battery;
import org.jspecify.annotations.Nullable;

/** An entry of a scenario's {@code batteries}. */
final class BatteryShape {
  private static final Field<String> ID = text("id").says("its name, no two the same");
  private static final Field<Double> CAPACITY =
      number("capacityKwh").unit("kWh").above(0).says("greatest energy it holds, above 0");
  private static final Field<Double> MIN_ENERGY =
      number("minEnergyKwh")
          .or(0.0, "0")
          .unit("kWh")
          .from(0)
          .says(
              "least energy it may hold, at most `capacityKwh`; where it starts below, what can be reached");
  private static final Field<Double> START_ENERGY =
      number("startEnergyKwh")
          .unit("kWh")
          .from(0)
          .says("energy at the start of the horizon, at most `capacityKwh`");
  private static final Field<Double> END_ENERGY =
      number("endEnergyKwh")
          .orNull(null, "`startEnergyKwh`, or none where `endValuePerKwh` is given")
          .unit("kWh")
          .from(0)
          .says(
              "least energy at the end of the horizon, at most `capacityKwh`, or what can be"
                  + " reached if that is less; `null` for none");
  private static final Field<Double> END_VALUE =
      number("endValuePerKwh")
          .optional("0")
          .unit("per kWh")
          .from(0)
          .says("value of all energy at the end of the horizon, 0 or more");
  private static final Field<Double> THROUGHPUT_COST =
      number("throughputCostPerKwh")
          .or(0.0, "0")
          .unit("per kWh")
          .from(0)
          .says("cost of energy charged and of energy discharged, at the meter, 0 or more");

  static final Shape<Battery> SHAPE =
      ChargerFields.with(
              LocationFields.with(
                      Shape.of(
                              "Maybe two of its fields are swapped; energies are kWh.",
                              BatteryShape::read)
                          .named("battery")
                          .with(ID, Battery::id),
                      Battery::location)
                  .with(CAPACITY, Battery::capacityKwh)
                  .with(MIN_ENERGY, Battery::minEnergyKwh)
                  .with(START_ENERGY, Battery::startEnergyKwh)
                  .with(END_ENERGY, Battery::endEnergyKwh)
                  .with(END_VALUE, Battery::endValuePerKwh),
              Battery::charger)
          .with(THROUGHPUT_COST, Battery::throughputCostPerKwh);

  private BatteryShape() {}

  private static Battery read(JsonObject battery) {
    Double value = battery.orNull(END_VALUE);
    return new Battery(
        battery.get(ID),
        LocationFields.read(battery),
        battery.get(CAPACITY),
        battery.get(MIN_ENERGY),
        battery.get(START_ENERGY),
        endEnergy(battery, value),
        value == null ? 0 : value,
        ChargerFields.read(battery),
        battery.get(THROUGHPUT_COST));
  }

  /** Who says nothing of the end wants what there was at the start. */
  private static @Nullable Double endEnergy(JsonObject battery, @Nullable Double value) {
    return battery.has(END_ENERGY) || value != null
        ? battery.orNull(END_ENERGY)
        : battery.get(START_ENERGY);
  }
}
