package io.evenflow.io;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Stations and sessions as JSON; a session only has what differs from its station. */
final class FleetJson {
  private FleetJson() {}

  static void stations(ArrayNode list, List<Station> stations) {
    for (Station station : stations) {
      ObjectNode node = list.addObject().put("id", station.id()).put("bus", station.bus());
      Charger charger = station.charger();
      putRange(node, "chargePowerKw", charger.charge());
      node.put("chargeEfficiency", charger.chargeEfficiency());
      PowerRange discharge = charger.discharge();
      if (discharge != null) {
        putRange(node, "dischargePowerKw", discharge);
      }
      node.put("dischargeEfficiency", charger.dischargeEfficiency());
    }
  }

  static void sessions(ArrayNode list, Scenario scenario) {
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      ObjectNode node = list.addObject();
      node.put("id", session.id())
          .put("station", session.station())
          .put("arrival", session.arrival())
          .put("departure", session.departure())
          .put("batteryKwh", session.batteryKwh())
          .put("minEnergyKwh", session.minEnergyKwh())
          .put("arrivalEnergyKwh", session.arrivalEnergyKwh())
          .put("targetEnergyKwh", session.targetEnergyKwh());
      Json.put(node, "shortfallCostPerKwh", session.shortfallCostPerKwh());
      overrides(node, session.charger(), scenario.stations().get(scenario.stationOf(s)).charger());
    }
  }

  private static void overrides(ObjectNode node, Charger charger, Charger station) {
    if (!charger.charge().equals(station.charge())) {
      putRange(node, "chargePowerKw", charger.charge());
    }
    if (charger.chargeEfficiency() != station.chargeEfficiency()) {
      node.put("chargeEfficiency", charger.chargeEfficiency());
    }
    if (!Objects.equals(charger.discharge(), station.discharge())) {
      PowerRange discharge = charger.discharge();
      if (discharge == null) {
        node.putNull("dischargePowerKw");
      } else {
        putRange(node, "dischargePowerKw", discharge);
      }
    }
    if (charger.dischargeEfficiency() != station.dischargeEfficiency()) {
      node.put("dischargeEfficiency", charger.dischargeEfficiency());
    }
  }

  private static void putRange(ObjectNode node, String field, PowerRange range) {
    node.putObject(field).put("min", range.minKw()).put("max", range.maxKw());
  }
}
