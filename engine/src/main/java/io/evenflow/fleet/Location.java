package io.evenflow.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Where a battery or a roof is: behind a station's meter, or at a bus, where it settles with the
 * substation.
 *
 * @param station id of the station, null where it is at a bus
 * @param bus number of the bus in the case file, null where it is at a station
 */
public record Location(@Nullable String station, @Nullable Integer bus) {
  public Location {
    if ((station == null) == (bus == null)) {
      throw new IllegalArgumentException(
          station == null
              ? "station or bus is missing"
              : "station ('%s') and bus (%d) exclude each other".formatted(station, bus));
    }
  }

  public static Location station(String id) {
    return new Location(id, null);
  }

  public static Location bus(int number) {
    return new Location(null, number);
  }
}
