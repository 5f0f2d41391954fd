package io.evenflow.fleet;

import io.evenflow.market.PeakCharge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stations that share something, such as a cable or a contract.
 *
 * @param id name, unique among groups
 * @param stations ids of its stations; at least one
 * @param connection limits of the sum of their net powers
 * @param peakCharge what the highest import of the sum costs, null for nothing
 */
public record Group(
    String id, List<String> stations, Connection connection, @Nullable PeakCharge peakCharge) {
  public Group {
    stations = List.copyOf(stations);
    if (stations.isEmpty()) {
      throw new IllegalArgumentException("stations must name at least one station");
    }
    for (String station : stations) {
      if (stations.indexOf(station) != stations.lastIndexOf(station)) {
        throw new IllegalArgumentException("stations names '" + station + "' twice");
      }
    }
  }
}
