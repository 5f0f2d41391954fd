package io.evenflow.io.exchange;

import io.evenflow.fleet.Station;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Network;
import io.evenflow.io.InputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives chargers buses where nobody has said which they are at: chargers in the order of their
 * names are cut into as many blocks as there are buses, the first block at the first bus, so that
 * neighbours stay together; a block is a station. Buses are the told ones, or those of the case
 * with load, in its order, and of those as many as there are chargers, evenly spread.
 */
final class ChargerSpread {
  private ChargerSpread() {}

  /**
   * @param buses numbers in the case file, empty for those with load
   * @throws InputException where the case has no bus with load and none is told
   */
  static ChargerPlaces of(
      List<String> chargers,
      Network network,
      List<Integer> buses,
      ChargerPower power,
      Notes notes) {
    List<Integer> places = spread(buses.isEmpty() ? loaded(network) : buses, chargers.size());
    int count = places.size();
    List<Station> stations = new ArrayList<>();
    Map<String, String> stationOf = new HashMap<>();
    for (int k = 0; k < count; k++) {
      String id = "bus" + places.get(k);
      stations.add(new Station(id, places.get(k), power.charger()));
      int from = k * chargers.size() / count;
      int to = (k + 1) * chargers.size() / count;
      chargers.subList(from, to).forEach(charger -> stationOf.put(charger, id));
    }
    notes.say(
        "%d charger%s, sorted by name, are at %d bus%s: %s; --buses or --stations say otherwise"
            .formatted(
                chargers.size(),
                chargers.size() == 1 ? "" : "s",
                count,
                count == 1 ? "" : "es",
                listed(places)));
    return new ChargerPlaces(stations, stationOf, power.isTold());
  }

  private static List<Integer> loaded(Network network) {
    List<Integer> loaded =
        network.buses().stream().filter(bus -> bus.activeLoadMw() > 0).map(Bus::number).toList();
    if (loaded.isEmpty()) {
      throw new InputException(
          "case '" + network.name() + "' has no bus with load to put chargers at",
          "Maybe say where they are: --buses 2.");
    }
    return loaded;
  }

  private static List<Integer> spread(List<Integer> buses, int most) {
    List<Integer> distinct = buses.stream().distinct().toList();
    int count = Math.min(most, distinct.size());
    List<Integer> places = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      places.add(distinct.get((2 * k + 1) * distinct.size() / (2 * count)));
    }
    return places;
  }

  private static String listed(List<Integer> buses) {
    String first = String.join(", ", buses.stream().limit(8).map(String::valueOf).toList());
    return buses.size() > 8 ? first + ", …" : first;
  }
}
