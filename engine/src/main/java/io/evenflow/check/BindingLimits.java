package io.evenflow.check;

import static java.util.Comparator.comparingDouble;

import io.evenflow.check.BindingLimit.Kind;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.GridState;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the limits a schedule reaches or breaks, in the AC power flow that the check found. */
public final class BindingLimits {
  /** How near its limit a voltage counts as at it. Unit: p.u. */
  private static final double NEAR_VOLTAGE_PU = 5e-5;

  /** How near its limit a power counts as at it, as a share of the limit. */
  private static final double NEAR_POWER = 1e-3;

  /** The same where the limit is zero. Unit: MW */
  private static final double NEAR_ZERO_MW = 1e-4;

  private final Scenario scenario;
  private final Feeder feeder;
  private final List<BindingLimit> found = new ArrayList<>();

  private BindingLimits(Scenario scenario) {
    this.scenario = scenario;
    feeder = scenario.feeder();
  }

  /**
   * The limits that bind, by period; of voltages only the lowest and the highest bus at its limit.
   * Periods without a power flow have none.
   *
   * @param grid what {@link Verifier} found of the schedule
   */
  public static List<BindingLimit> of(Scenario scenario, Dispatch dispatch, GridState grid) {
    BindingLimits limits = new BindingLimits(scenario);
    for (int t = 0; t < scenario.periods(); t++) {
      if (grid.converged(t)) {
        limits.addVoltages(t, grid.voltagePu(t));
        limits.addBranches(t, grid.apparentMva(t));
        limits.addGenerators(t, dispatch);
      }
    }
    return limits.found;
  }

  /** The substation's own voltage is a choice of the schedule, not scarce. */
  private void addVoltages(int period, double[] pu) {
    int lowest = 0;
    int highest = 0;
    for (int i = 1; i < feeder.busCount(); i++) {
      lowest = lowest == 0 || aboveLeast(i, pu) < aboveLeast(lowest, pu) ? i : lowest;
      highest = highest == 0 || belowGreatest(i, pu) < belowGreatest(highest, pu) ? i : highest;
    }
    if (lowest > 0 && aboveLeast(lowest, pu) <= NEAR_VOLTAGE_PU) {
      Bus bus = Collections.max(feeder.fileBuses(lowest), comparingDouble(Bus::voltageMinPu));
      add(period, Kind.LOW_VOLTAGE, bus.number(), bus.voltageMinPu());
    }
    if (highest > 0 && belowGreatest(highest, pu) <= NEAR_VOLTAGE_PU) {
      Bus bus = Collections.min(feeder.fileBuses(highest), comparingDouble(Bus::voltageMaxPu));
      add(period, Kind.HIGH_VOLTAGE, bus.number(), bus.voltageMaxPu());
    }
  }

  private double aboveLeast(int bus, double[] pu) {
    return pu[bus] - feeder.bus(bus).voltageMinPu();
  }

  private double belowGreatest(int bus, double[] pu) {
    return feeder.bus(bus).voltageMaxPu() - pu[bus];
  }

  private void addBranches(int period, double[] apparentMva) {
    for (int j = 1; j < feeder.busCount(); j++) {
      double rating = feeder.branch(j).ratingMva();
      if (apparentMva[j] >= rating * (1 - NEAR_POWER)) {
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
