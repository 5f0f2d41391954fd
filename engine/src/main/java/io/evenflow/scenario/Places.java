package io.evenflow.scenario;

import io.evenflow.fleet.Location;
import io.evenflow.fleet.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where powers act: each station, in order, with what pays as its sessions do; then each station's
 * batteries and PV where these settle otherwise than its sessions, because it has no tariff; then
 * each bus with batteries or PV.
 *
 * <p>Powers at one place differ in nothing, so programs have one sum for it.
 */
public final class Places {
  private final List<Integer> bus = new ArrayList<>();

  /** Station behind whose meter the place is, −1 for none. */
  private final List<Integer> station = new ArrayList<>();

  private final int stations;
  private final Map<Location, Integer> ofLocation = new HashMap<>();

  Places(Scenario scenario, List<Location> locations) {
    stations = scenario.stations().size();
    for (int k = 0; k < stations; k++) {
      bus.add(scenario.busOf(k));
      station.add(k);
    }
    for (Location location : locations) {
      ofLocation.computeIfAbsent(location, each -> place(scenario, each));
    }
  }

  private int place(Scenario scenario, Location location) {
    String id = location.station();
    int k = id == null ? -1 : scenario.stationIndex(id);
    if (k >= 0 && scenario.stations().get(k).site().tariff() != null) {
      return k;
    }
    int index = k >= 0 ? scenario.busOf(k) : scenario.busIndexOf(location);
    bus.add(index);
    station.add(k);
    return bus.size() - 1;
  }

  public int size() {
    return bus.size();
  }

  /** Index in the feeder of a place's bus. */
  public int bus(int place) {
    return bus.get(place);
  }

  /** Station behind whose meter a place is, −1 for none. */
  public int station(int place) {
    return station.get(place);
  }

  /** Where sessions and vehicles at a station act. */
  public int ofStation(int k) {
    return k;
  }

  /** Where a battery or a roof acts. */
  public int of(Location location) {
    Integer place = ofLocation.get(location);
    if (place == null) {
      throw new IllegalArgumentException("nothing of the scenario is at " + location);
    }
    return place;
  }

  /** All places behind a station's meter. */
  public int[] behind(int k) {
    List<Integer> behind = new ArrayList<>();
    for (int place = 0; place < size(); place++) {
      if (station(place) == k) {
        behind.add(place);
      }
    }
    return behind.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Whether powers at a place pay the day's prices: sessions and vehicles at a tariffless station.
   */
  public boolean paysDayAhead(int place, List<Station> all) {
    return place < stations && all.get(place).site().tariff() == null;
  }
}
