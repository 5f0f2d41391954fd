package io.evenflow.live;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Batteries and vehicles of several stays from now on, with the energy they have now. A vehicle
 * that was told something for the period that runs goes on with it, as load, and decides from the
 * next one on; a battery takes another command at once. A vehicle whose stays are over is gone.
 */
final class RestOfAssets {
  private final SiteState state;
  private final Scenario day;
  private final int period;
  private final double[] commandedKw;

  /**
   * @param commandedKw by station; what vehicles go on with is added. Unit: kW
   */
  RestOfAssets(SiteState state, double[] commandedKw) {
    this.state = state;
    this.commandedKw = commandedKw;
    day = state.day();
    period = state.period();
  }

  private Asset now(String id) {
    return Objects.requireNonNull(state.assets().get(id));
  }

  List<Battery> batteries() {
    return day.batteries().stream().map(this::battery).toList();
  }

  private Battery battery(Battery known) {
    return new Battery(
        known.id(),
        known.location(),
        known.capacityKwh(),
        known.minEnergyKwh(),
        now(known.id()).energyKwh(),
        known.endEnergyKwh(),
        known.endValuePerKwh(),
        known.charger(),
        known.throughputCostPerKwh());
  }

  List<Vehicle> vehicles() {
    List<Vehicle> vehicles = new ArrayList<>();
    for (Vehicle known : day.vehicles()) {
      Asset now = now(known.id());
      Command command = now.command();
      boolean isCommanded = command != null && command.period() == period;
      double energy = now.energyKwh();
      List<Vehicle.Stay> stays = new ArrayList<>();
      for (Vehicle.Stay stay : known.stays()) {
        boolean isHere = stay.arrival() <= period && period < stay.departure();
        int arrival = Math.max(0, stay.arrival() - period);
        if (isHere && command != null && isCommanded) {
          commandedKw[day.stationIndex(stay.station())] += command.netKw();
          double end = (period + 1.0) * day.horizon().stepMinutes();
          energy = now.after(day, state.minute(state.now()), end - 1e-6).energyKwh();
          arrival = 1;
        }
        if (stay.departure() - period > arrival) {
          stays.add(
              new Vehicle.Stay(
                  stay.station(),
                  arrival,
                  stay.departure() - period,
                  stay.departEnergyKwh(),
                  isHere ? 0 : stay.usedKwh(),
                  stay.charger()));
        }
      }
      if (!stays.isEmpty()) {
        vehicles.add(
            new Vehicle(
                known.id(),
                known.batteryKwh(),
                known.minEnergyKwh(),
                energy,
                known.endEnergyKwh(),
                known.shortfallCostPerKwh(),
                stays));
      }
    }
    return vehicles;
  }
}
