package io.evenflow.io;

import io.evenflow.fleet.Charger;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads what stands beside sessions: {@code solar}, {@code batteries}, {@code vehicles}. */
public final class EquipmentReader {
  private EquipmentReader() {}

  /**
   * Reads a file with these fields of a scenario and no others.
   *
   * @param day whose periods and stations they are for
   * @throws InputException naming file, object, field, value and bound
   */
  public static Equipment read(Path path, Scenario day) {
    JsonObject root = JsonSource.parse(path.toString(), TextFile.read(path));
    Map<String, Charger> chargers = new HashMap<>();
    day.stations().forEach(station -> chargers.put(station.id(), station.charger()));
    return EquipmentShape.SHAPE.read(root.with(root.reading().over(day.periods()).at(chargers)));
  }
}
