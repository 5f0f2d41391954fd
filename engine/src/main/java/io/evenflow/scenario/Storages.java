package io.evenflow.scenario;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Vehicle;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that stores energy in a day: sessions, then vehicles, then batteries, each with the place
 * where it is in each of its steps and with its powers in a schedule.
 */
public final class Storages {
  private final List<Storage> all = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();
  private final int sessions;
  private final int vehicles;

  private Storages(Scenario scenario) {
    Horizon horizon = scenario.horizon();
    sessions = scenario.sessions().size();
    vehicles = scenario.vehicles().size();
    for (int s = 0; s < sessions; s++) {
      Session session = scenario.sessions().get(s);
      int[] place = new int[session.periods()];
      Arrays.fill(place, scenario.places().ofStation(scenario.stationOf(s)));
      add(Storage.of(session, horizon), place);
    }
    for (Vehicle vehicle : scenario.vehicles()) {
      Storage storage = Storage.of(vehicle, horizon);
      add(
          storage,
          storage.steps().stream()
              .map(step -> vehicle.stays().get(step.place()).station())
              .mapToInt(station -> scenario.places().ofStation(scenario.stationIndex(station)))
              .toArray());
    }
    for (Battery battery : scenario.batteries()) {
      int[] place = new int[scenario.periods()];
      Arrays.fill(place, scenario.places().of(battery.location()));
      add(Storage.of(battery, horizon), place);
    }
  }

  public static Storages of(Scenario scenario) {
    return new Storages(scenario);
  }

  private void add(Storage storage, int[] place) {
    all.add(storage);
    places.add(place);
  }

  public int size() {
    return all.size();
  }

  public Storage get(int i) {
    return all.get(i);
  }

  /** Where the k-th step of a storage is, an index of {@link Places}. */
  public int place(int i, int k) {
    return places.get(i)[k];
  }

  /** Whether it takes a plug of its station: a session or a vehicle. */
  public boolean needsPlug(int i) {
    return i < sessions + vehicles;
  }

  /** What a storage draws in a schedule, by period of the horizon; the schedule's own. Unit: kW. */
  public double[] chargeKw(Dispatch dispatch, int i) {
    return row(
        i,
        dispatch.chargeKw(),
        dispatch.assets().vehicleChargeKw(),
        dispatch.assets().batteryChargeKw());
  }

  /** What it feeds in likewise. Unit: kW. */
  public double[] dischargeKw(Dispatch dispatch, int i) {
    return row(
        i,
        dispatch.dischargeKw(),
        dispatch.assets().vehicleDischargeKw(),
        dispatch.assets().batteryDischargeKw());
  }

  private double[] row(
      int i, double[][] ofSessions, double[][] ofVehicles, double[][] ofBatteries) {
    if (i < sessions) {
      return ofSessions[i];
    }
    return i < sessions + vehicles
        ? ofVehicles[i - sessions]
        : ofBatteries[i - sessions - vehicles];
  }
}
