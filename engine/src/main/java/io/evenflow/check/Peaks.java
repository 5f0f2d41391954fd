package io.evenflow.check;

import io.evenflow.fleet.Group;
import io.evenflow.fleet.Station;
import io.evenflow.market.PeakCharge;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Settlement.Peak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Highest imports of the horizon that cost something: perKw·max(0, highest − soFar). */
final class Peaks {
  private final List<Peak> peaks = new ArrayList<>();

  private Peaks() {}

  /**
   * Those of stations, of groups and of the substation.
   *
   * @param importKw of the substation by period
   */
  static List<Peak> of(Scenario scenario, Meters meters, double[] importKw) {
    Peaks found = new Peaks();
    for (int k = 0; k < scenario.stations().size(); k++) {
      Station station = scenario.stations().get(k);
      found.add(
          "station '" + station.id() + "'", station.site().peakCharge(), meters.stationKw()[k]);
    }
    for (Group group : scenario.groups()) {
      found.add("group '" + group.id() + "'", group.peakCharge(), meters.kwOf(group));
    }
    found.add("substation", scenario.substation().peakCharge(), importKw);
    return found.peaks;
  }

  private void add(String where, @Nullable PeakCharge charge, double[] netKw) {
    if (charge != null) {
      double highest = Math.max(0, Arrays.stream(netKw).max().orElse(0));
      double cost = charge.perKw() * Math.max(0, highest - charge.soFarKw());
      peaks.add(new Peak(where, highest, cost));
    }
  }

  static double cost(List<Peak> peaks) {
    return peaks.stream().mapToDouble(Peak::cost).sum();
  }
}
