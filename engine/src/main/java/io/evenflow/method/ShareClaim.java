package io.evenflow.method;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.resource.StorageResource;
import io.evenflow.time.Horizon;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a session has a share of: of energies on departure from the one to the other.
 *
 * @param fromKwh what share 0 gives. Unit: kWh
 * @param toKwh what share 1 gives, which its stay alone allows. Unit: kWh
 * @param leastKwh what it must have whatever the share is. Unit: kWh
 */
public record ShareClaim(double fromKwh, double toKwh, double leastKwh) {
  /** Who wants no more than this has no share. Unit: kWh */
  private static final double NOTHING_KWH = 1e-6;

  /**
   * From what there is on arrival to the target, or as much of it as can be reached; who wants less
   * than it arrived with keeps that.
   */
  static ShareClaim of(Session session, Horizon horizon) {
    double least = session.details().minDepartureEnergyKwh();
    return of(session, horizon, session.arrivalEnergyKwh(), session.targetEnergyKwh(), least);
  }

  /**
   * Of somebody who is here for a while already, from another energy to another.
   *
   * @param fromKwh what it came with. Unit: kWh
   * @param wantedKwh at most what the battery holds. Unit: kWh
   * @param leastKwh what it was promised; as much of it as can be reached must be there. Unit: kWh
   */
  public static ShareClaim of(
      Session session, Horizon horizon, double fromKwh, double wantedKwh, double leastKwh) {
    double to = reachKwh(session, horizon, wantedKwh);
    return new ShareClaim(Math.min(fromKwh, to), to, Math.min(leastKwh, to));
  }

  /** How much of what is wanted; too much for charging curves with a valley alone. Unit: kWh. */
  private static double reachKwh(Session session, Horizon horizon, double wantedKwh) {
    SessionDetails known = session.details();
    SessionDetails moves =
        new SessionDetails(
            List.of(),
            0,
            0,
            0,
            0,
            known.minimumRunPeriods(),
            known.powerStepsKw(),
            known.chargingCurve(),
            known.chargingNow());
    Session alone =
        new Session(
            session.id(),
            session.station(),
            session.arrival(),
            session.departure(),
            session.batteryKwh(),
            session.minEnergyKwh(),
            session.arrivalEnergyKwh(),
            wantedKwh,
            1.0,
            session.charger(),
            moves);
    int[] rows = IntStream.range(0, session.periods()).toArray();
    double missing =
        new StorageResource(Storage.of(alone, horizon), rows).answer(new double[rows.length]);
    return wantedKwh - Math.max(0, missing);
  }

  boolean isEmpty() {
    return toKwh - fromKwh <= NOTHING_KWH;
  }

  /** What it must have at a share. Unit: kWh. */
  double kwhAt(double share) {
    return Math.max(leastKwh, isEmpty() ? toKwh : fromKwh + share * (toKwh - fromKwh));
  }

  /** The share that an energy on departure is, at most 1; −∞ below what has no share. */
  double shareOf(double kwh) {
    boolean isAll = kwh >= toKwh - NOTHING_KWH;
    return isAll ? 1 : isEmpty() ? Double.NEGATIVE_INFINITY : (kwh - fromKwh) / (toKwh - fromKwh);
  }
}
