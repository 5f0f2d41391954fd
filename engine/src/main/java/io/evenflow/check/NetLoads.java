package io.evenflow.check;

import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/**
 * Load minus generation at every bus in one period, the substation's generation left out: that is
 * what a power flow finds. Vehicles draw active power only.
 */
final class NetLoads {
  private final double[] activeMw;
  private final double[] reactiveMvar;

  private NetLoads(double[] activeMw, double[] reactiveMvar) {
    this.activeMw = activeMw;
    this.reactiveMvar = reactiveMvar;
  }

  static NetLoads of(Scenario scenario, Dispatch dispatch, int period) {
    Feeder feeder = scenario.feeder();
    double[] active = new double[feeder.busCount()];
    double[] reactive = new double[feeder.busCount()];
    for (int i = 0; i < active.length; i++) {
      active[i] = scenario.activeLoadMw(i, period);
      reactive[i] = scenario.reactiveLoadMvar(i, period);
    }
    for (int s = 0; s < scenario.sessions().size(); s++) {
      double netKw = dispatch.chargeKw()[s][period] - dispatch.dischargeKw()[s][period];
      active[scenario.busOf(scenario.stationOf(s))] += netKw / 1000;
    }
    for (int g = 0; g < feeder.generators().size(); g++) {
      int bus = feeder.generatorBus(g);
      if (bus != 0) {
        active[bus] -= dispatch.generatorKw()[g][period] / 1000;
        reactive[bus] -= dispatch.generatorKvar()[g][period] / 1000;
      }
    }
    return new NetLoads(active, reactive);
  }

  /** By bus index. Unit: MW. */
  double[] activeMw() {
    return activeMw;
  }

  /** By bus index. Unit: Mvar. */
  double[] reactiveMvar() {
    return reactiveMvar;
  }
}
