package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;

/** A whole schedule for every session, and what it costs on the true grid. */
final class Plan {
  private final Scenario scenario;
  private final double[] kwPrice;
  final Schedule[] schedules;

  /** Net power of each station, by period and station. Unit: kW. */
  final double[][] stationKw;

  final double[] gridCost;
  final double[] violationKw;

  /**
   * @param kwPrice by period: what 1 kW held for the period costs at the market. Unit: currency
   */
  Plan(Scenario scenario, double[] kwPrice, Schedule[] schedules) {
    this.scenario = scenario;
    this.kwPrice = kwPrice;
    this.schedules = schedules;
    stationKw = new double[scenario.periods()][scenario.stations().size()];
    gridCost = new double[scenario.periods()];
    violationKw = new double[scenario.periods()];
    for (int s = 0; s < schedules.length; s++) {
      add(s, 1);
    }
  }

  private Plan(Plan other) {
    scenario = other.scenario;
    kwPrice = other.kwPrice;
    schedules = other.schedules.clone();
    stationKw = new double[other.stationKw.length][];
    for (int t = 0; t < stationKw.length; t++) {
      stationKw[t] = other.stationKw[t].clone();
    }
    gridCost = other.gridCost.clone();
    violationKw = other.violationKw.clone();
  }

  Plan copy() {
    return new Plan(this);
  }

  private void add(int s, double factor) {
    Session session = scenario.sessions().get(s);
    int station = scenario.stationOf(s);
    for (int k = 0; k < session.periods(); k++) {
      stationKw[session.arrival() + k][station] += factor * schedules[s].netKw(k);
    }
  }

  /** Gives a session another schedule; grid costs of its periods are stale until set again. */
  void replace(int s, Schedule next) {
    add(s, -1);
    schedules[s] = next;
    add(s, 1);
  }

  void set(int period, GridSide.Answer answer) {
    gridCost[period] = answer.value();
    violationKw[period] = answer.violationKw();
  }

  /** Grid, energy and shortfall. Unit: currency. */
  double objective() {
    double sum = 0;
    for (int t = 0; t < gridCost.length; t++) {
      sum += gridCost[t];
      for (double kw : stationKw[t]) {
        sum += kwPrice[t] * kw;
      }
    }
    for (Schedule schedule : schedules) {
      sum += schedule.shortfallCost();
    }
    return sum;
  }

  /** The greatest miss of limits in a period. Unit: kW. */
  double worstViolationKw() {
    double worst = 0;
    for (double kw : violationKw) {
      worst = Math.max(worst, kw);
    }
    return worst;
  }
}
