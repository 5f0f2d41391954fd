package io.evenflow.check;

import io.evenflow.scenario.Scenario;

/** Energy charged and energy discharged, together, at the meter. */
final class Throughput {
  private Throughput() {}

  /**
   * Over periods [from, to). Unit: kWh.
   *
   * @param chargeKw by period of the horizon
   * @param dischargeKw likewise
   */
  static double kwh(double[] chargeKw, double[] dischargeKw, int from, int to, Scenario scenario) {
    double sum = 0;
    for (int period = from; period < to; period++) {
      sum += scenario.horizon().hours(period) * (chargeKw[period] + dischargeKw[period]);
    }
    return sum;
  }
}
