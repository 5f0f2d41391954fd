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
 * @param horizon the site's day: periods end when they end, whenever it was planned
 * @param stay its first period is the one that runs
 */
record Steering(Horizon horizon, PlannedStay stay) {
  /** Half of the watt in which profiles are written. */
  private static final double SAME_KW = 0.0005;

  /**
   * The powers of a session's plan, to the end of the period in which it leaves.
   *
   * @param first the period that runs, in the site's day
   * @param netKw from there to the end of the day. Unit: kW
   */
  static Steering of(Here here, Horizon horizon, int first, double[] netKw) {
    int periods = 1;
    while (periods < netKw.length
        && horizon.startOf(first + periods).toInstant().isBefore(here.departure())) {
      periods++;
    }
    double[] own = Arrays.copyOf(netKw, periods);
    return new Steering(
        horizon,
        new PlannedStay(here.id(), 0, here.station(), here.charger(), first, first + periods, own));
  }

  /** Whether a charger that follows the other does from now on what this one says. */
  boolean isSaidBy(@Nullable Steering other) {
    if (other == null || stay.departure() != other.stay.departure()) {
      return false;
    }
    for (int t = stay.arrival(); t < stay.departure(); t++) {
      if (!(Math.abs(kw(t) - other.kw(t)) <= SAME_KW)) {
        return false;
      }
    }
    return true;
  }

  /** NaN before it began. */
  private double kw(int period) {
    return period < stay.arrival() ? Double.NaN : stay.netKw()[period - stay.arrival()];
  }

  /** The {@code SetChargingProfileRequest}; an EVSE has one profile, named by its number. */
  ObjectNode request(OcppVersion version, int evse) {
    return new ChargingProfiles(ProfileOptions.of(version))
        .request(evse, stay, new Transaction(stay.id(), evse), horizon);
  }
}
