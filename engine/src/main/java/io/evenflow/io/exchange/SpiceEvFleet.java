package io.evenflow.io.exchange;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.io.JsonObject;
import io.evenflow.io.exchange.SpiceEvVehicle.SpiceEvCharger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The vehicles and charging stations of a SpiceEV scenario. */
final class SpiceEvFleet {
  /** What SpiceEV has where a scenario does not say it. */
  static final double USUAL_EFFICIENCY = 0.95;

  private static final double USUAL_DISCHARGE_LIMIT = 0.5;

  private final JsonObject root;
  private final SpiceEvTime time;
  private final double shortfallPerKwh;
  private final Notes notes;
  private final Map<String, SpiceEvCharger> chargers = new LinkedHashMap<>();
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();

  SpiceEvFleet(JsonObject root, SpiceEvTime time, double shortfallPerKwh, Notes notes) {
    this.root = root;
    this.time = time;
    this.shortfallPerKwh = shortfallPerKwh;
    this.notes = notes;
    JsonObject components = root.object("components");
    SpiceEvImport.entries(components, "charging_stations")
        .forEach((id, station) -> chargers.put(id, charger(station)));
    vehicles(components);
  }

  private static SpiceEvCharger charger(JsonObject station) {
    return new SpiceEvCharger(
        station.text("parent"), station.numberOr(0, "min_power"), station.number("max_power"));
  }

  /** Greatest power of the chargers of a grid connector. Unit: kW. */
  double greatestKw(String meter) {
    return chargers.values().stream()
        .filter(charger -> charger.meter().equals(meter))
        .mapToDouble(SpiceEvCharger::maxKw)
        .max()
        .orElse(0);
  }

  List<Vehicle> vehicles() {
    return vehicles;
  }

  List<Session> sessions() {
    return sessions;
  }

  private void vehicles(JsonObject components) {
    Map<String, JsonObject> types = SpiceEvImport.entries(components, "vehicle_types");
    Map<String, List<JsonObject>> events = new HashMap<>();
    for (JsonObject event : root.object("events").objectsOrNone("vehicle_events")) {
      events.computeIfAbsent(event.text("vehicle_id"), id -> new ArrayList<>()).add(event);
    }
    Set<String> taken = new HashSet<>();
    SpiceEvImport.entries(components, "vehicles")
        .forEach(
            (id, vehicle) -> {
              JsonObject type = types.get(vehicle.text("vehicle_type"));
              if (type == null) {
                throw vehicle.error(
                    "vehicle_type ('" + vehicle.text("vehicle_type") + "') does not exist",
                    "Maybe it is one of " + types.keySet() + ".");
              }
              add(id, vehicle, type, events.getOrDefault(id, List.of()), taken);
            });
  }

  private void add(
      String id, JsonObject vehicle, JsonObject type, List<JsonObject> events, Set<String> taken) {
    List<SpiceEvStay> stays =
        SpiceEvStays.of(
            id, vehicle, events, time.horizon().startOf(0).toInstant(), time.end(), notes);
    Set<String> own = new HashSet<>();
    stays.forEach(stay -> own.add(stay.chargingStation()));
    own.stream()
        .filter(station -> !taken.add(station))
        .forEach(
            station ->
                notes.say(
                    "charging station '%s' has several vehicles; each may have its whole power"
                        .formatted(station)));
    SpiceEvVehicle made =
        new SpiceEvVehicle(
            id,
            type,
            vehicle.numberOr(0, "soc"),
            stays,
            chargers,
            time,
            dischargeLimit(type),
            shortfallPerKwh,
            notes);
    if (made.needsCurve()) {
      sessions.addAll(made.sessions());
    } else {
      vehicles.addAll(made.vehicle());
    }
  }

  private double dischargeLimit(JsonObject type) {
    return type.numberOr(
        root.object("scenario").numberOr(USUAL_DISCHARGE_LIMIT, "discharge_limit"),
        "discharge_limit");
  }
}
