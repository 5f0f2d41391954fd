package io.evenflow.city.portfolio;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Vehicle;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A vehicle that stays at several feeders, as at home and at work: one battery all along. Missing
 * energy on a departure, a trip or at the end costs what it does in a session.
 *
 * @param id unique among commuters
 * @param batteryKwh greatest energy. Unit: kWh
 * @param minEnergyKwh least energy while it stays. Unit: kWh
 * @param startEnergyKwh energy before the first stay and the trip to it. Unit: kWh
 * @param endEnergyKwh energy wanted at the end of the last stay. Unit: kWh
 * @param stays in order of time; at least one
 */
public record Commuter(
    String id,
    double batteryKwh,
    double minEnergyKwh,
    double startEnergyKwh,
    double endEnergyKwh,
    List<Stay> stays)
    implements Serializable {
  /** Cost of missing energy. Unit: currency per kWh. */
  private static final double SHORTFALL_COST_PER_KWH = 10;

  /**
   * A stay in periods [arrival, departure).
   *
   * @param feeder place of the feeder in the portfolio's table
   * @param station id of a station of that feeder
   * @param arrival first period
   * @param departure first period after it
   * @param departEnergyKwh energy wanted on departure. Unit: kWh
   * @param usedKwh energy used on the trip to it. Unit: kWh
   * @param powers of its charger there
   */
  public record Stay(
      int feeder,
      String station,
      int arrival,
      int departure,
      double departEnergyKwh,
      double usedKwh,
      Powers powers)
      implements Serializable {
    /** Number of periods. */
    public int periods() {
      return departure - arrival;
    }
  }

  /**
   * Powers at the meter and efficiencies.
   *
   * @param leastBackKw of feeding back; both 0 where it cannot. Unit: kW
   */
  public record Powers(
      double leastKw,
      double mostKw,
      double efficiency,
      double leastBackKw,
      double mostBackKw,
      double efficiencyBack)
      implements Serializable {
    /** The same as a charger. */
    public Charger charger() {
      PowerRange back = mostBackKw > 0 ? new PowerRange(leastBackKw, mostBackKw) : null;
      return new Charger(new PowerRange(leastKw, mostKw), efficiency, back, efficiencyBack);
    }
  }

  public Commuter {
    stays = List.copyOf(stays);
  }

  /** The same as a vehicle of one day; its stations are named by feeder and station. */
  public Vehicle vehicle() {
    return new Vehicle(
        id,
        batteryKwh,
        minEnergyKwh,
        startEnergyKwh,
        endEnergyKwh,
        SHORTFALL_COST_PER_KWH,
        stays.stream()
            .map(
                stay ->
                    new Vehicle.Stay(
                        stay.feeder() + ":" + stay.station(),
                        stay.arrival(),
                        stay.departure(),
                        stay.departEnergyKwh(),
                        stay.usedKwh(),
                        stay.powers().charger()))
            .toList());
  }

  /**
   * Energy that is missing on the departure of a stay, on the trip to it and, after the last one,
   * at the end. Unit: kWh
   *
   * @param netKw by period of all stays, one after the other; below 0 while it feeds in
   * @param hours length of each of these periods
   * @return by stay
   */
  public double[] missingKwh(double[] netKw, double[] hours) {
    double[] missing = new double[stays.size()];
    double energy = startEnergyKwh;
    int k = 0;
    for (int i = 0; i < missing.length; i++) {
      Stay stay = stays.get(i);
      missing[i] = Math.max(0, stay.usedKwh() - energy);
      energy = Math.max(0, energy - stay.usedKwh());
      for (int n = 0; n < stay.periods(); n++, k++) {
        double charged = Math.max(0, netKw[k]) * stay.powers().efficiency();
        double fed = Math.max(0, -netKw[k]) / stay.powers().efficiencyBack();
        energy += hours[k] * (charged - fed);
      }
      missing[i] += Math.max(0, stay.departEnergyKwh() - energy);
    }
    missing[missing.length - 1] += Math.max(0, endEnergyKwh - energy);
    return missing;
  }

  /** Periods of all stays, one after the other. */
  public int[] periods() {
    return stays.stream().flatMapToInt(s -> IntStream.range(s.arrival(), s.departure())).toArray();
  }
}
