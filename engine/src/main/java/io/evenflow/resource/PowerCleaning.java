package io.evenflow.resource;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Storage;
import java.util.List;

/**
 * Rids powers of a solver's tolerance: what is nearly off becomes off, what is on is put within its
 * range, or on the nearest of its steps. A solver's point may miss these by 1e-9 of a kW; a
 * schedule must not.
 */
public final class PowerCleaning {
  private static final double NEAR_KW = 1e-5;

  private PowerCleaning() {}

  /** A charging power of the session's charger. Unit: kW. */
  public static double chargeKw(Session session, double kw) {
    return chargeKw(session.charger(), session.details().powerStepsKw(), kw);
  }

  /** A discharging power of the session's charger. Unit: kW. */
  public static double dischargeKw(Session session, double kw) {
    return dischargeKw(session.charger(), kw);
  }

  /** A charging power of the k-th step. Unit: kW. */
  public static double chargeKw(Storage storage, int k, double kw) {
    return chargeKw(storage.steps().get(k).charger(), storage.details().powerStepsKw(), kw);
  }

  /** A discharging power of the k-th step. Unit: kW. */
  public static double dischargeKw(Storage storage, int k, double kw) {
    return dischargeKw(storage.steps().get(k).charger(), kw);
  }

  private static double chargeKw(Charger charger, List<Double> steps, double kw) {
    if (steps.isEmpty()) {
      return clean(charger.charge(), kw);
    }
    double nearest = 0;
    for (double step : steps) {
      nearest = Math.abs(kw - step) < Math.abs(kw - nearest) ? step : nearest;
    }
    return nearest;
  }

  private static double dischargeKw(Charger charger, double kw) {
    return charger.discharge() == null ? 0 : clean(charger.discharge(), kw);
  }

  private static double clean(PowerRange range, double kw) {
    if (kw < Math.max(NEAR_KW, range.minKw() / 2)) {
      return range.minKw() == 0 && kw > NEAR_KW ? kw : 0;
    }
    return Math.clamp(kw, range.minKw(), range.maxKw());
  }
}
