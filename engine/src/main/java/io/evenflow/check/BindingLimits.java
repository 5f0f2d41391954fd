package io.evenflow.check;

import static java.util.Comparator.comparingDouble;

import io.evenflow.check.BindingLimit.Kind;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the limits a schedule reaches or breaks, from AC power flows of its powers alone. */
public final class BindingLimits {
  /** How near its limit a voltage counts as at it. Unit: p.u. */
  private static final double NEAR_VOLTAGE_PU = 5e-5;

  /** How near its limit a power counts as at it, as a share of the limit. */
  private static final double NEAR_POWER = 1e-3;

  /** The same where the limit is zero. Unit: MW */
  private static final double NEAR_ZERO_MW = 1e-4;

  private final Scenario scenario;
  private final Feeder feeder;
  private final PowerFlow flow;
  private final List<BindingLimit> found = new ArrayList<>();

  private BindingLimits(Scenario scenario) {
    this.scenario = scenario;
    feeder = scenario.feeder();
    flow = new PowerFlow(feeder);
  }

  /**
   * The limits that bind, by period; of voltages only the lowest and the highest bus at its limit.
   * Periods whose power flow does not converge have none.
   */
  public static List<BindingLimit> of(Scenario scenario, Dispatch dispatch) {
    BindingLimits limits = new BindingLimits(scenario);
    for (int t = 0; t < scenario.periods(); t++) {
      NetLoads loads = NetLoads.of(scenario, dispatch, t);
      PowerFlowStatus status =
          limits.flow.solve(
              dispatch.substationVoltagePu()[t], loads.activeMw(), loads.reactiveMvar());
      if (status == PowerFlowStatus.CONVERGED) {
        limits.addVoltages(t);
        limits.addBranches(t);
        limits.addGenerators(t, dispatch);
      }
    }
    return limits.found;
  }

  /** The substation's own voltage is a choice of the schedule, not scarce. */
  private void addVoltages(int period) {
    int lowest = 0;
    int highest = 0;
    for (int i = 1; i < feeder.busCount(); i++) {
      lowest = lowest == 0 || aboveLeast(i) < aboveLeast(lowest) ? i : lowest;
      highest = highest == 0 || belowGreatest(i) < belowGreatest(highest) ? i : highest;
    }
    if (lowest > 0 && aboveLeast(lowest) <= NEAR_VOLTAGE_PU) {
      Bus bus = Collections.max(feeder.fileBuses(lowest), comparingDouble(Bus::voltageMinPu));
      add(period, Kind.LOW_VOLTAGE, bus.number(), bus.voltageMinPu());
    }
    if (highest > 0 && belowGreatest(highest) <= NEAR_VOLTAGE_PU) {
      Bus bus = Collections.min(feeder.fileBuses(highest), comparingDouble(Bus::voltageMaxPu));
      add(period, Kind.HIGH_VOLTAGE, bus.number(), bus.voltageMaxPu());
    }
  }

  private double aboveLeast(int bus) {
    return flow.voltageMagnitudePu(bus) - feeder.bus(bus).voltageMinPu();
  }

  private double belowGreatest(int bus) {
    return feeder.bus(bus).voltageMaxPu() - flow.voltageMagnitudePu(bus);
  }

  private void addBranches(int period) {
    for (int j = 1; j < feeder.busCount(); j++) {
      double rating = feeder.branch(j).ratingMva();
      if (flow.apparentPowerMva(j) >= rating * (1 - NEAR_POWER)) {
        found.add(new BindingLimit(period, Kind.BRANCH_RATING, feeder.branch(j).label(), rating));
      }
    }
  }

  private void addGenerators(int period, Dispatch dispatch) {
    for (int g = 0; g < feeder.generators().size(); g++) {
      Generator generator = feeder.generators().get(g);
      double megawatt = dispatch.generatorKw()[g][period] / 1000;
      double least = scenario.activeMinMw(g, period);
      double greatest = scenario.activeMaxMw(g, period);
      if (greatest - least <= near(greatest)) {
        continue; // Its power is given.
      }
      if (megawatt <= least + near(least)) {
        add(period, Kind.LEAST_ACTIVE_POWER, generator.bus(), least);
      } else if (megawatt >= greatest - near(greatest)) {
        add(period, Kind.GREATEST_ACTIVE_POWER, generator.bus(), greatest);
      }
    }
  }

  private static double near(double limitMw) {
    return Math.max(NEAR_ZERO_MW, NEAR_POWER * Math.abs(limitMw));
  }

  private void add(int period, Kind kind, int bus, double limit) {
    found.add(new BindingLimit(period, kind, Integer.toString(bus), limit));
  }
}
