package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.oracle.SessionOracle;
import io.evenflow.oracle.StayCosts;
import io.evenflow.oracle.ValueFunctions;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** All sessions, answering to the prices of their stations. */
final class FleetSide {
  /** Sessions per task: enough to keep a core busy, few enough to share the work evenly. */
  private static final int TASK = 64;

  private final Scenario scenario;
  private final List<SessionOracle> oracles = new ArrayList<>();
  private final double[] value;
  private final Schedule[] schedule;

  FleetSide(Scenario scenario) {
    this.scenario = scenario;
    int count = scenario.sessions().size();
    ValueFunctions room = new ValueFunctions();
    for (int s = 0; s < count; s++) {
      if (s % TASK == 0) {
        room = new ValueFunctions();
      }
      oracles.add(
          new SessionOracle(scenario.sessions().get(s), scenario.horizon().stepHours(), room));
    }
    value = new double[count];
    schedule = new Schedule[count];
  }

  /**
   * Lets every session answer.
   *
   * @param pricePerKw by station and period: what 1 kW held for the period costs. Unit: currency
   * @return Σ of the least costs, a lower bound; +∞ where a hard target is out of reach
   */
  double answer(double[][] pricePerKw) {
    int count = oracles.size();
    Parallel.forEach(
        (count + TASK - 1) / TASK,
        task -> {
          for (int s = task * TASK; s < Math.min(count, (task + 1) * TASK); s++) {
            answer(s, pricePerKw[scenario.stationOf(s)]);
          }
        });
    double sum = 0;
    for (double least : value) {
      sum += least;
    }
    return sum;
  }

  private void answer(int s, double[] pricePerKw) {
    SessionOracle oracle = oracles.get(s);
    value[s] = oracle.solve(pricePerKw);
    schedule[s] = scheduleOf(oracle);
  }

  /** Best schedule of one session at costs of its own; answers to prices stay what they are. */
  Schedule respond(int s, StayCosts costs) {
    SessionOracle oracle = oracles.get(s);
    oracle.solve(costs);
    return scheduleOf(oracle);
  }

  private static Schedule scheduleOf(SessionOracle oracle) {
    Session session = oracle.session();
    double[] charge = new double[session.periods()];
    double[] discharge = new double[session.periods()];
    oracle.schedule(charge, discharge);
    return new Schedule(charge, discharge, oracle.cost() - oracle.gridCost());
  }

  /** Lower bound on the least cost of a session at the last prices. Unit: currency. */
  double value(int session) {
    return value[session];
  }

  /** Schedule of a session at the last prices. */
  Schedule schedule(int session) {
    return schedule[session];
  }

  int size() {
    return value.length;
  }
}
