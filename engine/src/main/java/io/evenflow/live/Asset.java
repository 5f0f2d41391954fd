package io.evenflow.live;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Scenario;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stationary battery, or a vehicle of several stays, and what is in it now. What it is stands in
 * the site's day.
 *
 * @param id its name, of no other vehicle, battery or session
 * @param energyKwh the last measurement and what was commanded since. Unit: kWh
 * @param told when it was measured last
 * @param command what its charger does, null where it was told nothing yet
 */
public record Asset(String id, double energyKwh, Instant told, @Nullable Command command) {

  /** Those of a day, before it begins. */
  static SortedMap<String, Asset> of(Scenario day) {
    Instant start = day.horizon().startOf(0).toInstant();
    SortedMap<String, Asset> all = new TreeMap<>();
    day.batteries()
        .forEach(
            each -> all.put(each.id(), new Asset(each.id(), each.startEnergyKwh(), start, null)));
    day.vehicles()
        .forEach(
            each -> {
              Vehicle.Stay first = each.stays().getFirst();
              double used = first.arrival() == 0 ? first.usedKwh() : 0;
              double kwh = Math.max(0, each.startEnergyKwh() - used);
              all.put(each.id(), new Asset(each.id(), kwh, start, null));
            });
    return all;
  }

  Asset measured(double kwh, Instant at) {
    return new Asset(id, kwh, at, command);
  }

  Asset commanded(Command other) {
    return new Asset(id, energyKwh, told, other);
  }

  private static @Nullable Battery battery(Scenario day, String id) {
    return day.batteries().stream().filter(b -> b.id().equals(id)).findFirst().orElse(null);
  }

  static @Nullable Vehicle vehicle(Scenario day, String id) {
    return day.vehicles().stream().filter(v -> v.id().equals(id)).findFirst().orElse(null);
  }

  /** What it can hold. Unit: kWh. */
  double capacityKwh(Scenario day) {
    Battery battery = battery(day, id);
    Vehicle vehicle = vehicle(day, id);
    return battery != null ? battery.capacityKwh() : vehicle == null ? 0 : vehicle.batteryKwh();
  }

  /** Where it can charge in a period, null on the road. */
  @Nullable Charger charger(Scenario day, int period) {
    Battery battery = battery(day, id);
    if (battery != null) {
      return battery.charger();
    }
    Vehicle.Stay stay = stay(day, period);
    return stay == null ? null : stay.charger();
  }

  private Vehicle.@Nullable Stay stay(Scenario day, int period) {
    Vehicle vehicle = vehicle(day, id);
    return vehicle == null
        ? null
        : vehicle.stays().stream()
            .filter(each -> each.arrival() <= period && period < each.departure())
            .findFirst()
            .orElse(null);
  }

  /** Whether only driving can have emptied it since a period. */
  boolean onlyFills(Scenario day, int sincePeriod, int period) {
    Charger charger = charger(day, period);
    boolean isSameStay =
        battery(day, id) != null
            || (stay(day, period) != null && stay(day, sincePeriod) == stay(day, period));
    return charger != null && !charger.canDischarge() && isSameStay;
  }

  /**
   * After time has gone by: it went on as commanded where it was, and drove to where it is.
   *
   * @param fromMinute of the day
   * @param toMinute of the day, not before it
   */
  Asset after(Scenario day, double fromMinute, double toMinute) {
    int step = day.horizon().stepMinutes();
    double energy = energyKwh;
    double minute = fromMinute;
    while (minute < toMinute) {
      int period = (int) Math.floor(minute / step + 1e-9);
      double next = Math.min(toMinute, (period + 1.0) * step);
      energy = moved(day, period, energy, (next - minute) / 60);
      if (next == (period + 1.0) * step) {
        energy = arrived(day, period + 1, energy);
      }
      minute = next;
    }
    return energy == energyKwh ? this : new Asset(id, energy, told, command);
  }

  private double moved(Scenario day, int period, double energy, double hours) {
    Charger charger = charger(day, period);
    if (command == null || charger == null) {
      return energy;
    }
    boolean isThere = battery(day, id) != null || stay(day, command.period()) == stay(day, period);
    double kw = isThere ? command.netKw() : 0;
    double stored = kw > 0 ? charger.chargeEfficiency() * kw : kw / charger.dischargeEfficiency();
    return Math.clamp(energy + hours * stored, 0, capacityKwh(day));
  }

  private double arrived(Scenario day, int period, double energy) {
    Vehicle.Stay stay = stay(day, period);
    return stay == null || stay.arrival() != period ? energy : Math.max(0, energy - stay.usedKwh());
  }
}
