package io.evenflow.service.ocpp;

import io.evenflow.live.Here;
import io.evenflow.ocpp.ChargingProfiles;
import io.evenflow.ocpp.OcppVersion;
import io.evenflow.ocpp.PlannedStay;
import io.evenflow.ocpp.ProfileOptions;
import io.evenflow.ocpp.Transaction;
import io.evenflow.time.Horizon;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a plan has for one transaction, from the period that runs to its departure.
 *
 * @param horizon the rest of the day; its first period runs
 * @param firstPeriod that one in the site's day
 * @param stay from there on, in periods of the horizon
 */
record Steering(Horizon horizon, int firstPeriod, PlannedStay stay) {
  /** Half of the watt in which profiles are written. */
  private static final double SAME_KW = 0.0005;

  /**
   * The powers of a session's plan, to the end of the period in which it leaves.
   *
   * @param netKw from the period that runs to the end of the day. Unit: kW
   */
  static Steering of(Here here, Horizon horizon, int firstPeriod, double[] netKw) {
    int periods = 1;
    while (periods < netKw.length
        && horizon.startOf(periods).toInstant().isBefore(here.departure())) {
      periods++;
    }
    double[] own = Arrays.copyOf(netKw, periods);
    return new Steering(
        horizon,
        firstPeriod,
        new PlannedStay(here.id(), 0, here.station(), here.charger(), 0, periods, own));
  }

  /** Whether a charger that follows the other does from now on what this one says. */
  boolean isSaidBy(@Nullable Steering other) {
    if (other == null || end() != other.end()) {
      return false;
    }
    for (int t = firstPeriod; t < end(); t++) {
      if (!(Math.abs(kw(t) - other.kw(t)) <= SAME_KW)) {
        return false;
      }
    }
    return true;
  }

  private int end() {
    return firstPeriod + stay.departure();
  }

  /** NaN before it began. */
  private double kw(int period) {
    return period < firstPeriod ? Double.NaN : stay.netKw()[period - firstPeriod];
  }

  /** The {@code SetChargingProfileRequest}; an EVSE has one profile, named by its number. */
  ObjectNode request(OcppVersion version, int evse) {
    return new ChargingProfiles(ProfileOptions.of(version))
        .request(evse, stay, new Transaction(stay.id(), evse), horizon);
  }
}
