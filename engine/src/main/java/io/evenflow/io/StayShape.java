package io.evenflow.io;

import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.text;
import static io.evenflow.io.Field.wholeNumber;

import io.evenflow.fleet.Vehicle.Stay;

/** An entry of a vehicle's {@code stays}, with the charger of its station. */
final class StayShape {
  private static final Field<String> STATION = text("station").says("id of its station");
  private static final Field<Integer> ARRIVAL =
      wholeNumber("arrival")
          .unit("period")
          .from(0)
          .says("first period of the stay, 0 or more; not before the departure before it");
  private static final Field<Integer> DEPARTURE =
      wholeNumber("departure")
          .unit("period")
          .from(1)
          .says("first period after it; more than `arrival`, at most T");
  private static final Field<Double> DEPART_ENERGY =
      number("departEnergyKwh")
          .or(0.0, "0")
          .unit("kWh")
          .from(0)
          .says("energy wanted on departure, at most `batteryKwh`");
  private static final Field<Double> USED =
      number("usedKwh")
          .or(0.0, "0")
          .unit("kWh")
          .from(0)
          .says("energy used on the trip to it, 0 or more");

  static final Shape<Stay> SHAPE =
      Shape.of("Maybe arrival and departure are swapped; they count periods.", StayShape::read)
          .with(STATION, Stay::station)
          .with(ARRIVAL, Stay::arrival)
          .with(DEPARTURE, Stay::departure)
          .with(DEPART_ENERGY, Stay::departEnergyKwh)
          .with(USED, Stay::usedKwh);

  private StayShape() {}

  private static Stay read(JsonObject stay) {
    return new Stay(
        stay.get(STATION),
        stay.get(ARRIVAL),
        stay.get(DEPARTURE),
        stay.get(DEPART_ENERGY),
        stay.get(USED),
        stay.reading().charger(stay, stay.get(STATION)));
  }
}
