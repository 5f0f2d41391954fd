package io.evenflow.io;

import static io.evenflow.io.Field.list;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Substation;
import java.util.List;

/**
 * Plants, batteries and vehicles that come more than once: of a scenario, or in a file of theirs.
 */
final class EquipmentShape {
  static final Field<List<Solar>> SOLAR =
      list("solar", SolarShape.SHAPE)
          .or(List.of(), "none")
          .second()
          .says("a list of photovoltaic plants");
  static final Field<List<Battery>> BATTERIES =
      list("batteries", BatteryShape.SHAPE)
          .or(List.of(), "none")
          .second()
          .says("a list of stationary batteries");
  static final Field<List<Fitted<Vehicle>>> VEHICLES =
      list("vehicles", VehicleShape.SHAPE)
          .or(List.of(), "none")
          .second()
          .says("a list of vehicles that come more than once");

  /** A file of these alone, for days of which all else is known. */
  static final Shape<Equipment> SHAPE =
      Shape.of("Maybe it is of another site.", EquipmentShape::read)
          .with(SOLAR, Equipment::solar)
          .with(BATTERIES, Equipment::batteries)
          // it is only read: nothing says which chargers are those of stations
          .with(VEHICLES, equipment -> null);

  private EquipmentShape() {}

  private static Equipment read(JsonObject object) {
    return new Equipment(
        Substation.OF_THE_CASE,
        List.of(),
        object.get(SOLAR),
        object.get(BATTERIES),
        object.get(VEHICLES).stream().map(Fitted::what).toList(),
        null);
  }
}
