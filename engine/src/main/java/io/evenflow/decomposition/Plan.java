package io.evenflow.decomposition;

import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;

/** A whole schedule for every session, and what it costs on the true grid. */
final class Plan {
  private final Scenario scenario;
  final Schedule[] schedules;

  /** Net power of each station, by period and station. Unit: kW. */
  final double[][] stationKw;

  final double[] gridCost;
  final double[] violationKw;

  Plan(Scenario scenario, Schedule[] schedules) {
    this.scenario = scenario;
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
    schedules = other.schedules.clone();
    stationKw = new double[other.stationKw.length][];
    for (int t = 0; t < stationKw.length; t++) {
      stationKw[t] = other.stationKw[t].clone();
    }
    gridCost = other.gridCost.clone();
    violationKw = other.violationKw.clone();
  }

  /** Every session does no more than it must; grid costs as the grid answers to that. */
  static Plan idle(Scenario scenario, GridSide grid) {
    Schedule[] schedules = new Schedule[scenario.sessions().size()];
    for (int s = 0; s < schedules.length; s++) {
      Session session = scenario.sessions().get(s);
      double[] least = session.leastEnergy(scenario.horizon().stepHours()).chargeKw();
      schedules[s] = Shortfalls.priced(scenario, s, least, new double[session.periods()]);
    }
    Plan plan = new Plan(scenario, schedules);
    plan.ask(grid);
    return plan;
  }

  /** Sets the grid costs of all periods; returns the answers. */
  GridSide.Answer[] ask(GridSide grid) {
    int[] all = java.util.stream.IntStream.range(0, gridCost.length).toArray();
    GridSide.Answer[] answers = grid.answer(all, stationKw);
    for (int t : all) {
      set(t, answers[t]);
    }
    return answers;
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
        sum += Market.kwPrice(scenario, t) * kw;
      }
    }
    for (Schedule schedule : schedules) {
      sum += schedule.shortfallCost();
    }
    return sum;
  }

  /** Whether all limits hold, but for what a solver's tolerance leaves. */
  boolean isWhole() {
    for (double kw : violationKw) {
      if (kw > GridSide.WHOLE_KW) {
        return false;
      }
    }
    return true;
  }
}
