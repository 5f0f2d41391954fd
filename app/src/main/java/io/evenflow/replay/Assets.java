package io.evenflow.replay;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Vehicle;
import io.evenflow.live.Event;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Batteries and vehicles of several stays as they are: they do of what they are told what charger
 * and energy let them, and a trip uses what it uses or what there is.
 */
final class Assets {
  private final Scenario realised;
  private final Dispatch.Assets done;
  private final double[] vehicleKwh;
  private final double[] batteryKwh;

  /**
   * @param done where their powers are written
   */
  Assets(Scenario realised, Dispatch.Assets done) {
    this.realised = realised;
    this.done = done;
    vehicleKwh = realised.vehicles().stream().mapToDouble(Vehicle::startEnergyKwh).toArray();
    batteryKwh = realised.batteries().stream().mapToDouble(Battery::startEnergyKwh).toArray();
  }

  /** Who comes to a place at the start of a period has driven there. */
  void arrive(int t) {
    for (int v = 0; v < vehicleKwh.length; v++) {
      for (Vehicle.Stay stay : realised.vehicles().get(v).stays()) {
        if (stay.arrival() == t) {
          vehicleKwh[v] = Math.max(0, vehicleKwh[v] - stay.usedKwh());
        }
      }
    }
  }

  /** What is measured at the start of a period: of vehicles that are at a place. */
  List<Event.AssetEnergy> measured(int t, Instant at) {
    List<Event.AssetEnergy> all = new ArrayList<>();
    for (int v = 0; v < vehicleKwh.length; v++) {
      Vehicle vehicle = realised.vehicles().get(v);
      double kwh = vehicleKwh[v];
      vehicle.stays().stream()
          .filter(stay -> isAt(stay, t))
          .forEach(stay -> all.add(new Event.AssetEnergy(at, vehicle.id(), kwh)));
    }
    for (int b = 0; b < batteryKwh.length; b++) {
      String id = realised.batteries().get(b).id();
      all.add(new Event.AssetEnergy(at, id, batteryKwh[b]));
    }
    return all;
  }

  private static boolean isAt(Vehicle.Stay stay, int t) {
    return stay.arrival() <= t && t < stay.departure();
  }

  /**
   * A period goes by.
   *
   * @param toldKw by id; who is told nothing rests. Unit: kW
   */
  void move(int t, Map<String, Double> toldKw) {
    for (int v = 0; v < vehicleKwh.length; v++) {
      Vehicle vehicle = realised.vehicles().get(v);
      for (Vehicle.Stay stay : vehicle.stays()) {
        if (isAt(stay, t)) {
          double told = toldKw.getOrDefault(vehicle.id(), 0.0);
          double kw = possibleKw(stay.charger(), told, vehicleKwh[v], vehicle.batteryKwh(), t);
          vehicleKwh[v] = after(stay.charger(), kw, vehicleKwh[v], vehicle.batteryKwh(), t);
          done.vehicleChargeKw()[v][t] = Math.max(0, kw);
          done.vehicleDischargeKw()[v][t] = Math.max(0, -kw);
        }
      }
    }
    for (int b = 0; b < batteryKwh.length; b++) {
      Battery battery = realised.batteries().get(b);
      Charger charger = battery.charger();
      double told = toldKw.getOrDefault(battery.id(), 0.0);
      double kw = possibleKw(charger, told, batteryKwh[b], battery.capacityKwh(), t);
      batteryKwh[b] = after(charger, kw, batteryKwh[b], battery.capacityKwh(), t);
      done.batteryChargeKw()[b][t] = Math.max(0, kw);
      done.batteryDischargeKw()[b][t] = Math.max(0, -kw);
    }
  }

  private double possibleKw(
      Charger charger, double toldKw, double energyKwh, double capacityKwh, int t) {
    PowerRange range = toldKw > 0 ? charger.charge() : charger.discharge();
    if (range == null) {
      return 0;
    }
    double hours = realised.horizon().hours(t);
    double fits =
        toldKw > 0
            ? (capacityKwh - energyKwh) / (hours * charger.chargeEfficiency())
            : energyKwh * charger.dischargeEfficiency() / hours;
    double kw = Math.min(Math.min(Math.abs(toldKw), range.maxKw()), fits);
    return kw < range.minKw() ? 0 : Math.copySign(kw, toldKw);
  }

  private double after(Charger charger, double kw, double energyKwh, double capacityKwh, int t) {
    double stored = kw > 0 ? charger.chargeEfficiency() * kw : kw / charger.dischargeEfficiency();
    return Math.clamp(energyKwh + realised.horizon().hours(t) * stored, 0, capacityKwh);
  }
}
