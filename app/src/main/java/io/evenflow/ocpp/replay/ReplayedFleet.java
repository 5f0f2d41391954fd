package io.evenflow.ocpp.replay;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.ocpp.ChargingProfile;
import io.evenflow.ocpp.PlannedStay;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All cars of a day, each at its chargers one after the other. */
final class ReplayedFleet {
  private final Scenario scenario;
  private final ChargerModel model;
  private final @Nullable Double fallbackKw;
  private final Dispatch done;

  /**
   * @param fallbackKw what holds after profiles, null for nothing
   * @param done where the powers go
   */
  ReplayedFleet(Scenario scenario, ChargerModel model, @Nullable Double fallbackKw, Dispatch done) {
    this.scenario = scenario;
    this.model = model;
    this.fallbackKw = fallbackKw;
    this.done = done;
  }

  void follow(List<ChargingProfile> profiles) {
    Iterator<ChargingProfile> next = profiles.iterator();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      ReplayedBattery battery =
          new ReplayedBattery(
              session.batteryKwh(), session.minEnergyKwh(), session.arrivalEnergyKwh());
      stay(next.next(), battery, done.chargeKw()[s], done.dischargeKw()[s]);
    }
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      Vehicle vehicle = scenario.vehicles().get(v);
      ReplayedBattery battery =
          new ReplayedBattery(
              vehicle.batteryKwh(), vehicle.minEnergyKwh(), vehicle.startEnergyKwh());
      for (Vehicle.Stay stay : vehicle.stays()) {
        battery.use(stay.usedKwh());
        stay(
            next.next(),
            battery,
            done.assets().vehicleChargeKw()[v],
            done.assets().vehicleDischargeKw()[v]);
      }
    }
  }

  private void stay(
      ChargingProfile profile, ReplayedBattery battery, double[] chargeKw, double[] dischargeKw) {
    PlannedStay stay = profile.stay();
    ReadProfile read = ReadProfile.of(profile.name(), profile.request().toString(), model);
    double[] net =
        new ReplayedStay(stay, scenario.horizon(), model, battery, fallbackKw).follow(read);
    for (int k = 0; k < net.length; k++) {
      chargeKw[stay.arrival() + k] = Math.max(0, net[k]);
      dischargeKw[stay.arrival() + k] = Math.max(0, -net[k]);
    }
  }
}
