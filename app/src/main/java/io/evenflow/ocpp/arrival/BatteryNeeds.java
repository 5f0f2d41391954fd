package io.evenflow.ocpp.arrival;

import io.evenflow.io.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a car's battery on arrival. Unit: kWh
 *
 * <p>Where a car says its capacity and state of charge (DC), energies are those. Where it says only
 * how much it wants, its battery is taken to begin empty and to end full: it can charge that much
 * and feed nothing in. With ISO 15118-20 it says how far it is from its least, target and most
 * energy: then its least energy is where the scale begins.
 *
 * @param capacityKwh the most it can hold
 * @param leastKwh what it shall not go below
 * @param arrivalKwh what it holds
 * @param targetKwh what it shall hold on departure
 */
public record BatteryNeeds(
    double capacityKwh, double leastKwh, double arrivalKwh, double targetKwh) {

  /** Reads the object chargingNeeds. */
  static BatteryNeeds of(JsonObject needs) {
    JsonObject both = part(needs, "v2xChargingParameters");
    JsonObject direct = part(needs, "dcChargingParameters");
    JsonObject alternating = part(needs, "acChargingParameters");
    if (direct != null && direct.has("evEnergyCapacity") && direct.has("stateOfCharge")) {
      return ofCharge(direct, both);
    }
    if (both != null && both.has("evMaxEnergyRequest")) {
      return ofDistances(both);
    }
    JsonObject wish = alternating == null ? direct : alternating;
    if (wish == null || !wish.has("energyAmount")) {
      throw needs.error(
          "energyAmount is missing, and so are evEnergyCapacity with stateOfCharge and"
              + " evMaxEnergyRequest",
          "Maybe the car does not say what it needs, and the driver must be asked.");
    }
    double kwh = energy(wish, "energyAmount");
    if (kwh == 0) {
      throw wish.error("energyAmount (0) must be above 0", "Maybe the car is full.");
    }
    return new BatteryNeeds(kwh, 0, 0, kwh);
  }

  private static @Nullable JsonObject part(JsonObject needs, String field) {
    return needs.has(field) ? needs.object(field) : null;
  }

  private static double energy(JsonObject object, String field) {
    double wh = object.number(field);
    if (wh < 0) {
      throw object.error(field + " (" + wh + " Wh) must be at least 0", "Maybe a sign error.");
    }
    return wh / 1000;
  }

  private static BatteryNeeds ofCharge(JsonObject direct, @Nullable JsonObject both) {
    double capacity = energy(direct, "evEnergyCapacity");
    if (capacity == 0) {
      throw direct.error("evEnergyCapacity (0) must be above 0", "Maybe it is in kWh, not in Wh.");
    }
    double arrival = share(direct, "stateOfCharge") * capacity;
    double target = capacity * (direct.has("fullSoC") ? share(direct, "fullSoC") : 1);
    if (both != null && both.has("targetSoC")) {
      target = share(both, "targetSoC") * capacity;
    } else if (both != null && both.has("evTargetEnergyRequest")) {
      target = arrival + both.number("evTargetEnergyRequest") / 1000;
    } else if (direct.has("energyAmount")) {
      target = arrival + energy(direct, "energyAmount");
    }
    double least = both == null ? 0 : arrival + both.numberOr(-1e9, "evMinEnergyRequest") / 1000;
    return new BatteryNeeds(
        capacity, Math.clamp(least, 0, capacity), arrival, Math.clamp(target, 0, capacity));
  }

  private static double share(JsonObject object, String field) {
    double percent = object.number(field);
    if (percent < 0 || percent > 100) {
      throw object.error(
          field + " (" + percent + ") must be from 0 to 100 per cent", "Maybe it is in Wh.");
    }
    return percent / 100;
  }

  /** Each is the energy from now to there, negative where there is more already. */
  private static BatteryNeeds ofDistances(JsonObject both) {
    double toLeast = both.numberOr(0, "evMinEnergyRequest") / 1000;
    double toMost = both.number("evMaxEnergyRequest") / 1000;
    double toTarget =
        both.numberOr(both.number("evMaxEnergyRequest"), "evTargetEnergyRequest") / 1000;
    double arrival = Math.max(0, -toLeast);
    double capacity = arrival + toMost;
    if (!(capacity > 0)) {
      throw both.error(
          "evMaxEnergyRequest (%s Wh) must be above evMinEnergyRequest (%s Wh)"
              .formatted(1000 * toMost, 1000 * toLeast),
          "Maybe the two are swapped.");
    }
    return new BatteryNeeds(
        capacity,
        Math.clamp(toLeast, 0, capacity),
        Math.min(arrival, capacity),
        Math.clamp(arrival + toTarget, 0, capacity));
  }
}
