package io.evenflow.report;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/**
 * What became of one session.
 *
 * @param index of the session in its scenario
 * @param station index of its station
 * @param chargedKwh energy drawn from the grid. Unit: kWh
 * @param dischargedKwh energy fed into the grid. Unit: kWh
 * @param missingKwh energy missing on departure. Unit: kWh
 * @param cost of the energy at the day's prices, without losses and shortfall. Unit: the scenario's
 *     currency
 */
record SessionFigures(
    int index,
    int station,
    double chargedKwh,
    double dischargedKwh,
    double missingKwh,
    double cost) {

  static SessionFigures of(Scenario scenario, Dispatch dispatch, int index) {
    Session session = scenario.sessions().get(index);
    double charged = 0;
    double discharged = 0;
    double cost = 0;
    for (int t = session.arrival(); t < session.departure(); t++) {
      double in = scenario.horizon().hours(t) * dispatch.chargeKw()[index][t];
      double out = scenario.horizon().hours(t) * dispatch.dischargeKw()[index][t];
      charged += in;
      discharged += out;
      cost += scenario.prices().perKwh(t) * (in - out);
    }
    return new SessionFigures(
        index,
        scenario.stationOf(index),
        charged,
        discharged,
        dispatch.shortfallKwh(index, session, scenario.horizon()),
        cost);
  }
}
