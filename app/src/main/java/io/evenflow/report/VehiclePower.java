package io.evenflow.report;

import io.evenflow.scenario.Dispatch;

/** What all vehicles together do to the grid. */
final class VehiclePower {
  private VehiclePower() {}

  /** Charging less discharging of all sessions by period. Unit: kW, grid side. */
  static double[] netKw(Dispatch dispatch, int periods) {
    double[] net = new double[periods];
    for (int s = 0; s < dispatch.chargeKw().length; s++) {
      for (int t = 0; t < periods; t++) {
        net[t] += dispatch.chargeKw()[s][t] - dispatch.dischargeKw()[s][t];
      }
    }
    return net;
  }
}
