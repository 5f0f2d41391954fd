package io.evenflow.method;

import io.evenflow.check.PowerFlow;
import io.evenflow.check.PowerFlowStatus;
import io.evenflow.fleet.Session;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/**
 * The best of a day of {@link TapDays} among all schedules and the voltages of a grid, by AC power
 * flow alone; +∞ where none of these keeps the limits.
 */
final class TapBruteForce {
  private static final double LEAST = 0.95;
  private static final double MOST = 1.05;

  private final Scenario scenario;
  private final PowerFlow flow;
  private final int steps;

  /** Cost of energy by period and number of vehicles that charge, at one voltage. */
  private final double[][] cost = new double[TapDays.PERIODS][TapDays.VEHICLES + 1];

  /** Its least over the voltages so far. */
  private final double[][] least = new double[TapDays.PERIODS][TapDays.VEHICLES + 1];

  private TapBruteForce(Scenario scenario, int steps) {
    this.scenario = scenario;
    this.steps = steps;
    flow = new PowerFlow(scenario.feeder());
    Arrays.stream(least).forEach(row -> Arrays.fill(row, Double.POSITIVE_INFINITY));
  }

  static double sameAllDay(Scenario scenario, int steps) {
    return new TapBruteForce(scenario, steps).sameAllDay();
  }

  static double perPeriod(Scenario scenario, int steps) {
    return new TapBruteForce(scenario, steps).perPeriod();
  }

  private double sameAllDay() {
    double best = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= steps; step++) {
      setCosts(LEAST + step * (MOST - LEAST) / steps);
      best = Math.min(best, bestSchedule(cost));
    }
    return best;
  }

  private double perPeriod() {
    for (int step = 0; step <= steps; step++) {
      setCosts(LEAST + step * (MOST - LEAST) / steps);
      for (int t = 0; t < least.length; t++) {
        for (int n = 0; n < least[t].length; n++) {
          least[t][n] = Math.min(least[t][n], cost[t][n]);
        }
      }
    }
    return bestSchedule(least);
  }

  private void setCosts(double voltagePu) {
    for (int t = 0; t < cost.length; t++) {
      for (int n = 0; n < cost[t].length; n++) {
        cost[t][n] = energyCost(voltagePu, t, n);
      }
    }
  }

  private double energyCost(double voltagePu, int period, int charging) {
    Feeder feeder = scenario.feeder();
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = scenario.activeLoadMw(i, period);
      reactive[i] = scenario.reactiveLoadMvar(i, period);
    }
    double mw = charging * TapDays.CHARGE_KW / 1000;
    active[scenario.busOf(0)] += mw;
    if (flow.solve(voltagePu, active, reactive) != PowerFlowStatus.CONVERGED || !keepsLimits()) {
      return Double.POSITIVE_INFINITY;
    }
    double price = 1000 * scenario.prices().perKwh(period);
    return scenario.generationCost(0, period).perHour(flow.substationActiveMw()) + price * mw;
  }

  private boolean keepsLimits() {
    Feeder feeder = scenario.feeder();
    boolean keeps = flow.substationActiveMw() >= feeder.generators().get(0).activeMinMw();
    for (int i = 1; i < feeder.busCount(); i++) {
      Bus bus = feeder.bus(i);
      double voltage = flow.voltageMagnitudePu(i);
      keeps &= voltage >= bus.voltageMinPu() && voltage <= bus.voltageMaxPu();
    }
    return keeps;
  }

  /** The least over all schedules: three bits for each vehicle. */
  private double bestSchedule(double[][] energy) {
    double best = Double.POSITIVE_INFINITY;
    for (int mask = 0; mask < 1 << TapDays.PERIODS * TapDays.VEHICLES; mask++) {
      double total = shortfall(mask);
      for (int t = 0; t < TapDays.PERIODS; t++) {
        int charging = 0;
        for (int s = 0; s < TapDays.VEHICLES; s++) {
          charging += mask >> (s * TapDays.PERIODS + t) & 1;
        }
        total += energy[t][charging];
      }
      best = Math.min(best, total);
    }
    return best;
  }

  private double shortfall(int mask) {
    double cost = 0;
    for (int s = 0; s < TapDays.VEHICLES; s++) {
      Session session = scenario.sessions().get(s);
      int hours = Integer.bitCount(mask >> s * TapDays.PERIODS & (1 << TapDays.PERIODS) - 1);
      cost += 0.2 * Math.max(0, session.targetEnergyKwh() - TapDays.CHARGE_KW * hours);
    }
    return cost;
  }
}
