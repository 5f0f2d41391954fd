package io.evenflow.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle with several stays and trips between them: one battery all along.
 *
 * @param id name, unique among vehicles and sessions
 * @param batteryKwh greatest energy. Unit: kWh; above 0
 * @param minEnergyKwh least energy while it stays; where it arrives with less, what can be reached.
 *     Unit: kWh
 * @param startEnergyKwh energy before the first stay and the trip to it. Unit: kWh
 * @param endEnergyKwh energy wanted at the end of the last stay. Unit: kWh
 * @param shortfallCostPerKwh cost of energy missing on a departure, on a trip or at the end; null
 *     where all are hard. Unit: currency per kWh
 * @param stays in order of time; at least one
 */
public record Vehicle(
    String id,
    double batteryKwh,
    double minEnergyKwh,
    double startEnergyKwh,
    double endEnergyKwh,
    @Nullable Double shortfallCostPerKwh,
    List<Stay> stays) {
  /**
   * A stay at a station in periods [arrival, departure).
   *
   * @param station id of the station
   * @param arrival first period
   * @param departure first period after it; more than arrival
   * @param departEnergyKwh energy wanted on departure. Unit: kWh
   * @param usedKwh energy used on the trip to it. Unit: kWh; a trip that needs more than there is
   *     uses what there is, and the rest is missing
   * @param charger powers and efficiencies there
   */
  public record Stay(
      String station,
      int arrival,
      int departure,
      double departEnergyKwh,
      double usedKwh,
      Charger charger) {
    public Stay {
      require(arrival >= 0, "arrival (period " + arrival + ") must be at least 0");
      require(
          departure > arrival,
          "departure (period %d) must come after arrival (period %d)"
              .formatted(departure, arrival));
      requireNumber("departEnergyKwh", departEnergyKwh);
      requireNumber("usedKwh", usedKwh);
    }
  }

  public Vehicle {
    stays = List.copyOf(stays);
    requireNumber("batteryKwh", batteryKwh);
    require(batteryKwh > 0, "batteryKwh (" + batteryKwh + ") must be above 0");
    requireEnergy("minEnergyKwh", minEnergyKwh, batteryKwh);
    requireEnergy("startEnergyKwh", startEnergyKwh, batteryKwh);
    requireEnergy("endEnergyKwh", endEnergyKwh, batteryKwh);
    if (shortfallCostPerKwh != null) {
      requireNumber("shortfallCostPerKwh", shortfallCostPerKwh);
    }
    require(!stays.isEmpty(), "stays must have at least one entry");
    for (int i = 0; i < stays.size(); i++) {
      requireEnergy("stays[" + i + "].departEnergyKwh", stays.get(i).departEnergyKwh(), batteryKwh);
      require(
          i == 0 || stays.get(i).arrival() >= stays.get(i - 1).departure(),
          "stays[%d].arrival (period %d) must not be before the departure before it (period %d)"
              .formatted(i, stays.get(i).arrival(), i == 0 ? 0 : stays.get(i - 1).departure()));
    }
  }

  private static void requireEnergy(String field, double kwh, double batteryKwh) {
    requireNumber(field, kwh);
    require(
        kwh <= batteryKwh,
        field + " (" + kwh + " kWh) must be at most batteryKwh (" + batteryKwh + " kWh)");
  }

  private static void requireNumber(String field, double value) {
    require(
        value >= 0 && Double.isFinite(value),
        field + " (" + value + ") must be a number of at least 0");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** A copy with another cost of missing energy, null for hard targets. */
  public Vehicle withShortfallCost(@Nullable Double perKwh) {
    return new Vehicle(id, batteryKwh, minEnergyKwh, startEnergyKwh, endEnergyKwh, perKwh, stays);
  }

  public boolean hasHardTargets() {
    return shortfallCostPerKwh == null;
  }

  /** Number of periods of all stays. */
  public int periods() {
    return stays.stream().mapToInt(stay -> stay.departure() - stay.arrival()).sum();
  }
}
