package io.evenflow.resource;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import org.jspecify.annotations.Nullable;

/**
 * Rids powers of a solver's tolerance: what is nearly off becomes off, what is on is put within its
 * range. A solver's point may miss either by 1e-9 of a kW; a schedule must not.
 */
public final class PowerCleaning {
  private static final double NEAR_KW = 1e-5;

  private PowerCleaning() {}

  /** A charging power of the session's charger. Unit: kW. */
  public static double chargeKw(Session session, double kw) {
    return within(session.charger().charge(), kw);
  }

  /** A discharging power of the session's charger. Unit: kW. */
  public static double dischargeKw(Session session, double kw) {
    return within(session.charger().discharge(), kw);
  }

  /** A power of a range, null for one that has none. Unit: kW. */
  public static double within(@Nullable PowerRange range, double kw) {
    if (range == null) {
      return 0;
    }
    if (kw < Math.max(NEAR_KW, range.minKw() / 2)) {
      return range.minKw() == 0 && kw > NEAR_KW ? kw : 0;
    }
    return Math.clamp(kw, range.minKw(), range.maxKw());
  }
}
