package io.evenflow.study;

import io.evenflow.io.BuiltInDays;
import io.evenflow.time.Horizon;
import java.util.Arrays;

/** How the loads of a case move over the day: factors on every load of the case file. */
public enum LoadProfile {
  /** The case's loads all day. */
  FLAT,
  /** A working day in April, households and trade by BDEW's standard profiles; 1 at its peak. */
  BDEW;

  /**
   * What a case has unless told otherwise. case18 carries 10 Mvar of capacitors that cannot be
   * switched: below about 0.63 of its load they lift voltages above its limit of 1.1 p.u. and no
   * power flow keeps the limits, so its load stays flat.
   */
  public static LoadProfile defaultOf(String feederCase) {
    return feederCase.equals("case18") ? FLAT : BDEW;
  }

  /** Factors on the load of a case, by period. */
  public double[] scale(Horizon horizon) {
    if (this == BDEW) {
      return DaySeries.over(horizon, BuiltInDays.read("case69-day").loads().scale());
    }
    double[] ones = new double[horizon.periods()];
    Arrays.fill(ones, 1);
    return ones;
  }
}
