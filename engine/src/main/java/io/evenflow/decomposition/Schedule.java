package io.evenflow.decomposition;

/**
 * A whole schedule of one session.
 *
 * @param chargeKw by period of the stay. Unit: kW
 * @param dischargeKw by period of the stay. Unit: kW
 * @param shortfallCost what is missing on departure costs this. Unit: currency
 */
public record Schedule(double[] chargeKw, double[] dischargeKw, double shortfallCost) {
  /** Net power in the k-th period of the stay. Unit: kW */
  double netKw(int k) {
    return chargeKw[k] - dischargeKw[k];
  }

  /** What the schedule costs where 1 kW held for period t costs pricePerKw[t]. */
  double cost(double[] pricePerKw, int arrival) {
    double sum = shortfallCost;
    for (int k = 0; k < chargeKw.length; k++) {
      sum += pricePerKw[arrival + k] * netKw(k);
    }
    return sum;
  }

  /** Whether two schedules are the same to 1e-7 kW in every period. */
  boolean isNear(Schedule other) {
    for (int k = 0; k < chargeKw.length; k++) {
      if (Math.abs(netKw(k) - other.netKw(k)) > 1e-7) {
        return false;
      }
    }
    return true;
  }
}
