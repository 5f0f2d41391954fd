package io.evenflow.io.exchange;

import io.evenflow.fleet.Station;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stations of a scenario and which of them each charger of a table belongs to.
 *
 * @param stations in the scenario's order
 * @param stationOf id of the station by name of the charger
 * @param arePowersTold whether the stations' powers are known, so that a session that would need
 *     more falls short
 */
record ChargerPlaces(List<Station> stations, Map<String, String> stationOf, boolean arePowersTold) {
  ChargerPlaces {
    stations = List.copyOf(stations);
    stationOf = Map.copyOf(stationOf);
  }

  /** The station of a charger, null where it has none. */
  @Nullable Station of(String charger) {
    String id = stationOf.get(charger);
    return stations.stream().filter(station -> station.id().equals(id)).findFirst().orElse(null);
  }
}
