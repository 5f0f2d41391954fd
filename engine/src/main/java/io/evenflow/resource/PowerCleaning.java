package io.evenflow.resource;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;

/**
 * Rids powers of a solver's tolerance: what is nearly off becomes off, what is on is put within its
 * range. A solver's point may miss either by 1e-9 of a kW; a schedule must not.
 */
public final class PowerCleaning {
  private static final double NEAR_KW = 1e-5;

  private PowerCleaning() {}

  /** A charging power of the session's charger. Unit: kW. */
  public static double chargeKw(Session session, double kw) {
    return clean(session.charger().charge(), kw);
  }

  /** A discharging power of the session's charger. Unit: kW. */
  public static double dischargeKw(Session session, double kw) {
    PowerRange discharge = session.charger().discharge();
    return discharge == null ? 0 : clean(discharge, kw);
  }

  private static double clean(PowerRange range, double kw) {
    if (kw < Math.max(NEAR_KW, range.minKw() / 2)) {
      return range.minKw() == 0 && kw > NEAR_KW ? kw : 0;
    }
    return Math.clamp(kw, range.minKw(), range.maxKw());
  }
}
