package io.evenflow.io;

import static io.evenflow.io.Field.list;
import static io.evenflow.io.Field.number;
import static io.evenflow.io.Field.text;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.fleet.Vehicle.Stay;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** An entry of a scenario's {@code vehicles}. */
final class VehicleShape {
  private static final Field<String> ID =
      text("id").says("its name, no two the same, sessions' included");
  private static final Field<Double> BATTERY =
      number("batteryKwh").unit("kWh").above(0).says("greatest energy the battery holds, above 0");
  private static final Field<Double> MIN_ENERGY =
      number("minEnergyKwh")
          .or(0.0, "0")
          .unit("kWh")
          .from(0)
          .says(
              "least energy it may hold while it stays, at most `batteryKwh`; where it arrives with"
                  + " less, what can be reached");
  private static final Field<Double> START_ENERGY =
      number("startEnergyKwh")
          .unit("kWh")
          .from(0)
          .says("energy before the first stay and the trip to it, at most `batteryKwh`");
  private static final Field<Double> END_ENERGY =
      number("endEnergyKwh")
          .or(0.0, "0")
          .unit("kWh")
          .from(0)
          .says("energy wanted at the end of the last stay, at most `batteryKwh`");
  private static final Field<Double> SHORTFALL_COST =
      number("shortfallCostPerKwh")
          .orNull(Session.DEFAULT_SHORTFALL_COST_PER_KWH, "10")
          .unit("per kWh")
          .from(0)
          .says(
              "what a kWh costs that is missing on a departure, on a trip or at the end, 0 or more;"
                  + " `null` lets none be missing");
  private static final Field<List<Stay>> STAYS =
      list("stays", StayShape.SHAPE).says("in the order of time, at least one");

  static final Shape<Fitted<Vehicle>> SHAPE =
      ChargerFields.withOwn(
          Shape.of("Maybe two of its fields are swapped; energies are kWh.", VehicleShape::read)
              .named("vehicle")
              .with(ID, Fitted::id)
              .with(BATTERY, fitted -> fitted.what().batteryKwh())
              .with(MIN_ENERGY, fitted -> fitted.what().minEnergyKwh())
              .with(START_ENERGY, fitted -> fitted.what().startEnergyKwh())
              .with(END_ENERGY, fitted -> fitted.what().endEnergyKwh())
              .with(SHORTFALL_COST, fitted -> fitted.what().shortfallCostPerKwh())
              .with(STAYS, fitted -> fitted.what().stays()));

  private VehicleShape() {}

  private static Fitted<Vehicle> read(JsonObject vehicle) {
    List<Stay> stays = new ArrayList<>();
    List<Charger> stations = new ArrayList<>();
    for (Stay stay : vehicle.get(STAYS)) {
      stations.add(stay.charger());
      stays.add(withCharger(stay, ChargerFields.readOwn(vehicle, stay.charger())));
    }
    return fitted(
        new Vehicle(
            vehicle.get(ID),
            vehicle.get(BATTERY),
            vehicle.get(MIN_ENERGY),
            vehicle.get(START_ENERGY),
            vehicle.get(END_ENERGY),
            vehicle.orNull(SHORTFALL_COST),
            stays),
        stations);
  }

  private static Stay withCharger(Stay stay, Charger charger) {
    return new Stay(
        stay.station(),
        stay.arrival(),
        stay.departure(),
        stay.departEnergyKwh(),
        stay.usedKwh(),
        charger);
  }

  private static Fitted<Vehicle> fitted(Vehicle vehicle, List<Charger> stations) {
    List<Charger> own = vehicle.stays().stream().map(Stay::charger).toList();
    return new Fitted<>(vehicle.id(), vehicle, own, stations);
  }

  /** The vehicles of a scenario beside the chargers where they stay. */
  static List<Fitted<Vehicle>> of(Scenario scenario) {
    return scenario.vehicles().stream()
        .map(
            vehicle ->
                fitted(
                    vehicle,
                    vehicle.stays().stream()
                        .map(stay -> scenario.stationIndex(stay.station()))
                        .map(k -> scenario.stations().get(k).charger())
                        .toList()))
        .toList();
  }
}
