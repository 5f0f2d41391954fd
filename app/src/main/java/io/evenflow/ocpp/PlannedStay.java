package io.evenflow.ocpp;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was decided for one stay of one vehicle: what one transaction at one EVSE shall do.
 *
 * @param id of the session or vehicle
 * @param number 0 for a session, 1, 2, … for the stays of a vehicle
 * @param station id of its station
 * @param charger powers there
 * @param arrival first period
 * @param departure first period after it
 * @param netKw power drawn less power fed in, by period of the stay. Unit: kW, grid side
 */
public record PlannedStay(
    String id,
    int number,
    String station,
    Charger charger,
    int arrival,
    int departure,
    double[] netKw) {

  /** All stays of a schedule: sessions, then vehicles, in the order of the scenario. */
  public static List<PlannedStay> of(Scenario scenario, Dispatch dispatch) {
    List<PlannedStay> stays = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      Session session = scenario.sessions().get(s);
      double[] net =
          net(
              dispatch.chargeKw()[s],
              dispatch.dischargeKw()[s],
              session.arrival(),
              session.departure());
      stays.add(
          new PlannedStay(
              session.id(),
              0,
              session.station(),
              session.charger(),
              session.arrival(),
              session.departure(),
              net));
    }
    for (int v = 0; v < scenario.vehicles().size(); v++) {
      Vehicle vehicle = scenario.vehicles().get(v);
      for (int k = 0; k < vehicle.stays().size(); k++) {
        Vehicle.Stay stay = vehicle.stays().get(k);
        double[] net =
            net(
                dispatch.assets().vehicleChargeKw()[v],
                dispatch.assets().vehicleDischargeKw()[v],
                stay.arrival(),
                stay.departure());
        stays.add(
            new PlannedStay(
                vehicle.id(),
                k + 1,
                stay.station(),
                stay.charger(),
                stay.arrival(),
                stay.departure(),
                net));
      }
    }
    return stays;
  }

  private static double[] net(double[] chargeKw, double[] dischargeKw, int from, int to) {
    double[] net = new double[to - from];
    Arrays.setAll(net, k -> chargeKw[from + k] - dischargeKw[from + k]);
    return net;
  }

  /** The same stay at other powers. */
  PlannedStay withNetKw(double[] others) {
    return new PlannedStay(id, number, station, charger, arrival, departure, others);
  }

  /** As errors name it. */
  public String name() {
    return number == 0 ? "session '" + id + "'" : "vehicle '" + id + "', stay " + number;
  }
}
