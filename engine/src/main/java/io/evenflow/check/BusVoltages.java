package io.evenflow.check;

import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The voltage of every bus in every period of a schedule, from AC power flows of its powers. */
public final class BusVoltages {
  private static final double[] NONE = {};
  private final List<double[]> byPeriod;

  private BusVoltages(List<double[]> byPeriod) {
    this.byPeriod = byPeriod;
  }

  /** Solves the power flow of each period. */
  public static BusVoltages of(Scenario scenario, Dispatch dispatch) {
    PowerFlow flow = new PowerFlow(scenario.feeder());
    List<double[]> byPeriod = new ArrayList<>();
    for (int t = 0; t < scenario.periods(); t++) {
      byPeriod.add(converges(flow, scenario, dispatch, t) ? magnitudes(flow) : NONE);
    }
    return new BusVoltages(byPeriod);
  }

  /** A voltage that is no number above 0, as a result file may claim, has no power flow. */
  private static boolean converges(
      PowerFlow flow, Scenario scenario, Dispatch dispatch, int period) {
    double substation = dispatch.substationVoltagePu()[period];
    if (!(substation > 0 && substation < Double.POSITIVE_INFINITY)) {
      return false;
    }
    NetLoads loads = NetLoads.of(scenario, dispatch, period);
    return flow.solve(substation, loads.activeMw(), loads.reactiveMvar())
        == PowerFlowStatus.CONVERGED;
  }

  private static double[] magnitudes(PowerFlow flow) {
    double[] magnitudes = new double[flow.feeder().busCount()];
    for (int bus = 0; bus < magnitudes.length; bus++) {
      magnitudes[bus] = flow.voltageMagnitudePu(bus);
    }
    return magnitudes;
  }

  /** Whether a period has a power flow. */
  public boolean converged(int period) {
    return byPeriod.get(period).length > 0;
  }

  /** Voltages by bus index of the feeder; empty where the period has no power flow. Unit: p.u. */
  public double[] pu(int period) {
    return byPeriod.get(period).clone();
  }
}
