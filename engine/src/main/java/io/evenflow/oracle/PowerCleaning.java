package io.evenflow.oracle;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;

/**
 * Rids powers of a solver's tolerance: what is nearly off becomes off, what is on is put within its
 * range. A solver's point may miss either by 1e-9 of a kW; a schedule must not.
 */
public final class PowerCleaning {
  private static final double NEAR_KW = 1e-5;

  private PowerCleaning() {}

  /** Cleans a schedule in place; powers by period of the stay. Unit: kW. */
  public static void clean(Session session, double[] chargeKw, double[] dischargeKw) {
    PowerRange discharge = session.charger().discharge();
    for (int k = 0; k < chargeKw.length; k++) {
      chargeKw[k] = clean(session.charger().charge(), chargeKw[k]);
      dischargeKw[k] = discharge == null ? 0 : clean(discharge, dischargeKw[k]);
    }
  }

  private static double clean(PowerRange range, double kw) {
    if (kw < Math.max(NEAR_KW, range.minKw() / 2)) {
      return range.minKw() == 0 && kw > NEAR_KW ? kw : 0;
    }
    return Math.clamp(kw, range.minKw(), range.maxKw());
  }
}
