package io.evenflow.io;

import io.evenflow.fleet.Station;
import java.util.ArrayList;
import java.util.List;

/** Reads a scenario's {@code stations}. */
final class StationReader {
  private StationReader() {}

  static List<Station> read(JsonObject root) {
    List<Station> stations = new ArrayList<>();
    for (JsonObject entry : root.objects("stations")) {
      String id = entry.text("id");
      stations.add(station(id, entry.named("station '" + id + "'")));
    }
    return stations;
  }

  private static Station station(String id, JsonObject station) {
    station.requireOnly(
        "id",
        "bus",
        "chargePowerKw",
        "chargeEfficiency",
        "dischargePowerKw",
        "dischargeEfficiency");
    return new Station(id, station.wholeNumber("bus"), ChargerReader.ofStation(station));
  }
}
