package io.evenflow.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the meters show of a schedule.
 *
 * @param stationKw net power by station and period: load less PV, and what batteries, sessions and
 *     vehicles draw. Unit: kW
 * @param peaks highest imports that cost something
 * @param emissionsKg CO₂ of what the substation draws over the horizon, null where the scenario
 *     says nothing of emissions. Unit: kg
 */
public record Settlement(double[][] stationKw, List<Peak> peaks, @Nullable Double emissionsKg) {
  /** Nothing known. */
  public static final Settlement NONE = new Settlement(new double[0][], List.of(), null);

  /**
   * A highest import that costs something.
   *
   * @param where such as "station 'depot'", "group 'street'" or "substation"
   * @param kw the highest import of the horizon. Unit: kW
   * @param cost what it costs. Unit: currency
   */
  public record Peak(String where, double kw, double cost) {}

  public Settlement {
    peaks = List.copyOf(peaks);
  }
}
