package io.evenflow.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A stationary battery, there in all periods.
 *
 * @param id name, unique among batteries
 * @param location where it is
 * @param capacityKwh greatest energy. Unit: kWh; above 0
 * @param minEnergyKwh least energy. Unit: kWh
 * @param startEnergyKwh energy at the start of the horizon. Unit: kWh
 * @param endEnergyKwh least energy at the end of the horizon, or what can be reached if that is
 *     less; null for none. Unit: kWh
 * @param endValuePerKwh value of all energy at the end of the horizon; at least 0. Unit: currency
 *     per kWh
 * @param charger powers and efficiencies
 * @param throughputCostPerKwh cost of energy charged and of energy discharged, at the meter; at
 *     least 0. Unit: currency per kWh
 */
public record Battery(
    String id,
    Location location,
    double capacityKwh,
    double minEnergyKwh,
    double startEnergyKwh,
    @Nullable Double endEnergyKwh,
    double endValuePerKwh,
    Charger charger,
    double throughputCostPerKwh) {
  public Battery {
    requireNumber("capacityKwh", capacityKwh);
    require(capacityKwh > 0, "capacityKwh (" + capacityKwh + ") must be above 0");
    requireEnergy("minEnergyKwh", minEnergyKwh, capacityKwh);
    requireEnergy("startEnergyKwh", startEnergyKwh, capacityKwh);
    if (endEnergyKwh != null) {
      requireEnergy("endEnergyKwh", endEnergyKwh, capacityKwh);
    }
    requireNumber("endValuePerKwh", endValuePerKwh);
    requireNumber("throughputCostPerKwh", throughputCostPerKwh);
  }

  private static void requireEnergy(String field, double kwh, double capacityKwh) {
    requireNumber(field, kwh);
    require(
        kwh <= capacityKwh,
        field + " (" + kwh + " kWh) must be at most capacityKwh (" + capacityKwh + " kWh)");
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
}
