package io.evenflow.live;

import io.evenflow.check.PeriodGrid;
import io.evenflow.grid.Generator;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Scenario;
import java.util.Arrays;

/** Schedules in which the grid stands as {@link PeriodGrid} has it. */
public final class Schedules {
  private Schedules() {}

  /**
   * Given powers; what the substation then gives is still to be found.
   *
   * @param netKw by session and period, negative where it feeds in
   */
  static Dispatch of(Scenario scenario, double[][] netKw) {
    Dispatch dispatch = idle(scenario);
    for (int s = 0; s < netKw.length; s++) {
      for (int t = 0; t < netKw[s].length; t++) {
        dispatch.chargeKw()[s][t] = Math.max(0, netKw[s][t]);
        dispatch.dischargeKw()[s][t] = Math.max(0, -netKw[s][t]);
      }
    }
    return dispatch;
  }

  /** The same with vehicles of several stays and batteries as another schedule has them. */
  static Dispatch of(Scenario scenario, double[][] netKw, Dispatch.Assets others) {
    Dispatch dispatch = of(scenario, netKw);
    Dispatch.Assets idle = dispatch.assets();
    return new Dispatch(
        dispatch.chargeKw(),
        dispatch.dischargeKw(),
        dispatch.generatorKw(),
        dispatch.generatorKvar(),
        dispatch.substationVoltagePu(),
        new Dispatch.Assets(
            others.vehicleChargeKw(),
            others.vehicleDischargeKw(),
            others.batteryChargeKw(),
            others.batteryDischargeKw(),
            idle.solarKw(),
            idle.solarKvar()));
  }

  /** Net powers of its first sessions, by session and period. Unit: kW */
  static double[][] netKw(Dispatch dispatch, int sessions) {
    double[][] netKw = new double[sessions][];
    for (int s = 0; s < sessions; s++) {
      netKw[s] = dispatch.chargeKw()[s].clone();
      for (int t = 0; t < netKw[s].length; t++) {
        netKw[s][t] -= dispatch.dischargeKw()[s][t];
      }
    }
    return netKw;
  }

  /** Nobody does anything; what the substation gives is still to be found. */
  public static Dispatch idle(Scenario scenario) {
    int periods = scenario.periods();
    int sessions = scenario.sessions().size();
    int generators = scenario.feeder().generators().size();
    double[] voltagePu = new double[periods];
    Arrays.fill(voltagePu, PeriodGrid.substationVoltagePu(scenario.feeder()));
    Dispatch dispatch =
        new Dispatch(
            new double[sessions][periods],
            new double[sessions][periods],
            new double[generators][periods],
            new double[generators][periods],
            voltagePu,
            Dispatch.Assets.idle(scenario));
    for (int g = 0; g < generators; g++) {
      Generator generator = scenario.feeder().generators().get(g);
      boolean isAlong = scenario.feeder().generatorBus(g) != 0;
      Arrays.fill(dispatch.generatorKw()[g], isAlong ? 1000 * generator.activePowerMw() : 0);
      Arrays.fill(dispatch.generatorKvar()[g], isAlong ? 1000 * generator.reactivePowerMvar() : 0);
    }
    for (int i = 0; i < scenario.solar().size(); i++) {
      for (int t = 0; t < periods; t++) {
        double kw = scenario.solar().get(i).mostKw(t);
        dispatch.assets().solarKw()[i][t] =
            scenario.solar().get(i).curtailable()
                ? kw
                : scenario.solar().get(i).availableKw().at(t);
        dispatch.assets().solarKvar()[i][t] =
            -scenario.solar().get(i).drawnKvarPerKw() * dispatch.assets().solarKw()[i][t];
      }
    }
    return dispatch;
  }
}
