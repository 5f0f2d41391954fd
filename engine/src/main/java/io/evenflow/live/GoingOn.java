package io.evenflow.live;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What batteries and vehicles of several stays do in a plan that needs no optimisation: they go on
 * as planned before; without such a plan vehicles charge at full power until they have what the
 * next departure and trip take, and batteries rest. No battery is filled or emptied beyond what it
 * holds.
 */
final class GoingOn {
  private final Scenario scenario;
  private final @Nullable Map<String, double[]> before;
  private final double[] vehicleKwh;
  private final double[] batteryKwh;

  /**
   * @param before by name what an earlier plan has for the scenario's periods, null for nothing
   */
  GoingOn(Scenario scenario, @Nullable Map<String, double[]> before) {
    this.scenario = scenario;
    this.before = before;
    vehicleKwh = scenario.vehicles().stream().mapToDouble(Vehicle::startEnergyKwh).toArray();
    batteryKwh = scenario.batteries().stream().mapToDouble(Battery::startEnergyKwh).toArray();
  }

  /**
   * Writes their powers of a period, the next one after the last that was asked for.
   *
   * @return by station, what they draw less what they feed in. Unit: kW
   */
  double[] set(int t, Dispatch dispatch) {
    double[] stationKw = new double[scenario.stations().size()];
    Dispatch.Assets assets = dispatch.assets();
    for (int v = 0; v < vehicleKwh.length; v++) {
      Vehicle vehicle = scenario.vehicles().get(v);
      List<Vehicle.Stay> stays = vehicle.stays();
      for (int i = 0; i < stays.size(); i++) {
        Vehicle.Stay stay = stays.get(i);
        if (t == stay.arrival()) {
          vehicleKwh[v] = Math.max(0, vehicleKwh[v] - stay.usedKwh());
        }
        if (stay.arrival() <= t && t < stay.departure()) {
          double missing = wantedKwh(vehicle, i) - vehicleKwh[v];
          double full = missing / (hours(t) * stay.charger().chargeEfficiency());
          double wish = planned(vehicle.id(), t, full);
          double kw = possible(stay.charger(), wish, vehicleKwh[v], vehicle.batteryKwh(), t);
          vehicleKwh[v] = after(stay.charger(), kw, vehicleKwh[v], vehicle.batteryKwh(), t);
          assets.vehicleChargeKw()[v][t] = Math.max(0, kw);
          assets.vehicleDischargeKw()[v][t] = Math.max(0, -kw);
          stationKw[scenario.stationIndex(stay.station())] += kw;
        }
      }
    }
    for (int b = 0; b < batteryKwh.length; b++) {
      Battery battery = scenario.batteries().get(b);
      double wish = planned(battery.id(), t, 0);
      double kw = possible(battery.charger(), wish, batteryKwh[b], battery.capacityKwh(), t);
      batteryKwh[b] = after(battery.charger(), kw, batteryKwh[b], battery.capacityKwh(), t);
      assets.batteryChargeKw()[b][t] = Math.max(0, kw);
      assets.batteryDischargeKw()[b][t] = Math.max(0, -kw);
      String station = battery.location().station();
      if (station != null) {
        stationKw[scenario.stationIndex(station)] += kw;
      }
    }
    return stationKw;
  }

  private double hours(int t) {
    return scenario.horizon().hours(t);
  }

  private double planned(String id, int t, double otherwise) {
    double[] own = before == null ? null : before.get(id);
    return own == null ? otherwise : own[t];
  }

  private static double wantedKwh(Vehicle vehicle, int i) {
    Vehicle.Stay stay = vehicle.stays().get(i);
    boolean isLast = i + 1 == vehicle.stays().size();
    double later =
        isLast
            ? vehicle.endEnergyKwh()
            : vehicle.stays().get(i + 1).usedKwh() + vehicle.minEnergyKwh();
    double wanted = Math.max(Math.max(stay.departEnergyKwh(), later), vehicle.minEnergyKwh());
    return Math.min(vehicle.batteryKwh(), wanted);
  }

  /** What of a wish charger and battery can do. Unit: kW. */
  private double possible(
      Charger charger, double wishKw, double energyKwh, double capacityKwh, int t) {
    PowerRange range = wishKw > 0 ? charger.charge() : charger.discharge();
    if (range == null) {
      return 0;
    }
    double fits =
        wishKw > 0
            ? (capacityKwh - energyKwh) / (hours(t) * charger.chargeEfficiency())
            : energyKwh * charger.dischargeEfficiency() / hours(t);
    double kw = Math.min(Math.min(Math.abs(wishKw), range.maxKw()), fits);
    return kw < range.minKw() ? 0 : Math.copySign(kw, wishKw);
  }

  private double after(Charger charger, double kw, double energyKwh, double capacityKwh, int t) {
    double stored = kw > 0 ? charger.chargeEfficiency() * kw : kw / charger.dischargeEfficiency();
    return Math.clamp(energyKwh + hours(t) * stored, 0, capacityKwh);
  }
}
