package io.evenflow.report;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Vehicle;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Tour;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one stay, of a session or of a vehicle with several.
 *
 * @param station index of its station
 * @param chargedKwh energy drawn from the grid. Unit: kWh
 * @param dischargedKwh energy fed into the grid. Unit: kWh
 * @param missingKwh energy missing on departure, at targets before and on the trip to it. Unit: kWh
 * @param cost of the energy at the day's prices, without losses and shortfall; NaN where the
 *     station has a tariff, which is on its net power. Unit: the scenario's currency
 */
record StayFigures(
    int station, double chargedKwh, double dischargedKwh, double missingKwh, double cost) {

  static StayFigures ofSession(Scenario scenario, Dispatch dispatch, int index) {
    Session session = scenario.sessions().get(index);
    return of(
        scenario,
        scenario.stationOf(index),
        session.arrival(),
        session.departure(),
        new double[][] {dispatch.chargeKw()[index], dispatch.dischargeKw()[index]},
        Missing.ofSession(scenario, dispatch, index));
  }

  /** Of each stay of a vehicle. */
  static List<StayFigures> ofVehicle(Scenario scenario, Dispatch dispatch, int index) {
    Vehicle vehicle = scenario.vehicles().get(index);
    Tour tour = Tour.of(scenario, dispatch, index);
    double[] charge = dispatch.assets().vehicleChargeKw()[index];
    double[] discharge = dispatch.assets().vehicleDischargeKw()[index];
    List<StayFigures> figures = new ArrayList<>();
    for (int i = 0; i < vehicle.stays().size(); i++) {
      Vehicle.Stay stay = vehicle.stays().get(i);
      boolean isLast = i + 1 == vehicle.stays().size();
      figures.add(
          of(
              scenario,
              scenario.stationIndex(stay.station()),
              stay.arrival(),
              stay.departure(),
              new double[][] {charge, discharge},
              tour.missingOnTripKwh()[i]
                  + tour.missingOnDepartureKwh()[i]
                  + (isLast ? tour.missingAtEndKwh() : 0)));
    }
    return figures;
  }

  /** Of all sessions, then of all stays of vehicles. */
  static List<StayFigures> all(Scenario scenario, Dispatch dispatch) {
    List<StayFigures> all = new ArrayList<>();
    for (int s = 0; s < scenario.sessions().size(); s++) {
      all.add(ofSession(scenario, dispatch, s));
    }
    for (int v = 0; v < dispatch.assets().vehicleChargeKw().length; v++) {
      all.addAll(ofVehicle(scenario, dispatch, v));
    }
    return all;
  }

  private static StayFigures of(
      Scenario scenario,
      int station,
      int arrival,
      int departure,
      double[][] powersKw,
      double missingKwh) {
    double charged = 0;
    double discharged = 0;
    double cost = 0;
    boolean hasTariff = scenario.stations().get(station).site().tariff() != null;
    for (int t = arrival; t < departure; t++) {
      double in = scenario.horizon().hours(t) * powersKw[0][t];
      double out = scenario.horizon().hours(t) * powersKw[1][t];
      charged += in;
      discharged += out;
      cost += hasTariff ? Double.NaN : scenario.prices().perKwh(t) * (in - out);
    }
    return new StayFigures(station, charged, discharged, missingKwh, cost);
  }
}
