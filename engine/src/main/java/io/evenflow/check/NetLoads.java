package io.evenflow.check;

import io.evenflow.fleet.Location;
import io.evenflow.grid.Feeder;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;

/**
 * Load minus generation at every bus in one period, the substation's generation left out: that is
 * what a power flow finds. Vehicles and batteries draw active power only.
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
    StationPowers stations = StationPowers.of(scenario, dispatch, period);
    for (int k = 0; k < scenario.stations().size(); k++) {
      active[scenario.busOf(k)] += stations.movingKw(k) / 1000;
    }
    addAtBuses(active, reactive, scenario, dispatch.assets(), period);
    for (int g = 0; g < feeder.generators().size(); g++) {
      int bus = feeder.generatorBus(g);
      if (bus != 0) {
        active[bus] -= dispatch.generatorKw()[g][period] / 1000;
        reactive[bus] -= dispatch.generatorKvar()[g][period] / 1000;
      }
    }
    return new NetLoads(active, reactive);
  }

  /** Batteries and PV behind no station's meter, and all PV's reactive power. */
  private static void addAtBuses(
      double[] active, double[] reactive, Scenario scenario, Dispatch.Assets assets, int period) {
    for (int b = 0; b < scenario.batteries().size(); b++) {
      Integer bus = scenario.batteries().get(b).location().bus();
      if (bus != null) {
        double netKw = assets.batteryChargeKw()[b][period] - assets.batteryDischargeKw()[b][period];
        active[scenario.feeder().indexOf(bus)] += netKw / 1000;
      }
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      Location location = scenario.solar().get(i).location();
      if (location.bus() != null) {
        active[scenario.feeder().indexOf(location.bus())] -= assets.solarKw()[i][period] / 1000;
      }
      reactive[scenario.busIndexOf(location)] -= assets.solarKvar()[i][period] / 1000;
    }
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
