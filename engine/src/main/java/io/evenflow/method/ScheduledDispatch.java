package io.evenflow.method;

import io.evenflow.decomposition.GridSide;
import io.evenflow.decomposition.Schedule;
import io.evenflow.fleet.Session;
import io.evenflow.oracle.GridOracle;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.stream.IntStream;

/**
 * Schedules of all sessions as a dispatch with its cost: the grid is asked what it does with them.
 */
record ScheduledDispatch(Dispatch dispatch, Cost cost) {
  static ScheduledDispatch of(Scenario scenario, Schedule[] schedules, GridSide grid) {
    int periods = scenario.periods();
    int generators = scenario.feeder().generators().size();
    double[][] charge = new double[schedules.length][periods];
    double[][] discharge = new double[schedules.length][periods];
    double[][] stationKw = new double[periods][scenario.stations().size()];
    double shortfall = 0;
    for (int s = 0; s < schedules.length; s++) {
      place(scenario, s, schedules[s], charge[s], discharge[s], stationKw);
      shortfall += schedules[s].shortfallCost();
    }
    grid.answer(IntStream.range(0, periods).toArray(), stationKw);
    double[][] active = new double[generators][periods];
    double[][] reactive = new double[generators][periods];
    double[] voltage = new double[periods];
    double generation = 0;
    double charging = 0;
    for (int t = 0; t < periods; t++) {
      GridOracle oracle = grid.oracle(t);
      for (int g = 0; g < generators; g++) {
        active[g][t] = oracle.generatorKw(g);
        reactive[g][t] = oracle.generatorKvar(g);
      }
      voltage[t] = oracle.substationVoltagePu();
      generation += oracle.value();
      for (double kw : stationKw[t]) {
        charging += scenario.horizon().stepHours() * scenario.prices().perKwh(t) * kw;
      }
    }
    return new ScheduledDispatch(
        new Dispatch(charge, discharge, active, reactive, voltage),
        new Cost(generation, charging, shortfall));
  }

  private static void place(
      Scenario scenario,
      int s,
      Schedule schedule,
      double[] charge,
      double[] discharge,
      double[][] stationKw) {
    Session session = scenario.sessions().get(s);
    System.arraycopy(schedule.chargeKw(), 0, charge, session.arrival(), session.periods());
    System.arraycopy(schedule.dischargeKw(), 0, discharge, session.arrival(), session.periods());
    for (int t = session.arrival(); t < session.departure(); t++) {
      stationKw[t][scenario.stationOf(s)] += charge[t] - discharge[t];
    }
  }
}
