package io.evenflow.ocpp;

import org.jspecify.annotations.Nullable;

/**
 * How schedules become profiles.
 *
 * @param version of OCPP
 * @param unit watts or amperes
 * @param chargingOnly whether 2.1 says limits (ChargingOnly) in place of setpoints
 *     (CentralSetpoint); older versions know only limits
 * @param clipsDischarge whether what feeds in becomes a pause where the version cannot say it;
 *     without it such a schedule is refused
 * @param validMinutes how long a profile holds from its start, null for the whole stay. Unit:
 *     minutes; at least 1
 * @param mostPeriods what a charger's schedules may have; 1 to 1,024
 * @param maxOfflineMinutes how long a charger may follow the profile without a connection, null for
 *     as long as it holds; 2.1 only. Unit: minutes
 */
public record ProfileOptions(
    OcppVersion version,
    RateUnit unit,
    boolean chargingOnly,
    boolean clipsDischarge,
    @Nullable Integer validMinutes,
    int mostPeriods,
    @Nullable Integer maxOfflineMinutes) {
  /** What 2.0.1 and 2.1 allow. */
  public static final int MOST_PERIODS = 1024;

  public ProfileOptions {
    if (validMinutes != null && validMinutes < 1) {
      throw new OcppException(
          "a profile's validity (" + validMinutes + " min) must be at least 1 min",
          "Maybe leave it out: then it holds for the whole stay.");
    }
    if (mostPeriods < 1 || mostPeriods > MOST_PERIODS) {
      throw new OcppException(
          "periods of a schedule (%d) must be from 1 to %d".formatted(mostPeriods, MOST_PERIODS),
          "Maybe what the charger reports as PeriodsPerSchedule or ChargingScheduleMaxPeriods.");
    }
    if (maxOfflineMinutes != null && maxOfflineMinutes < 0) {
      throw new OcppException(
          "time offline (" + maxOfflineMinutes + " min) must be at least 0 min",
          "Maybe 0 is meant: the profile ends with the connection.");
    }
    if (maxOfflineMinutes != null && version != OcppVersion.V2_1) {
      throw new OcppException(
          "OCPP " + version.word() + " cannot say how long a profile holds without a connection",
          "Maybe give a fallback and a short validity, or use 2.1.");
    }
  }

  /** Watts for the whole stay. */
  public static ProfileOptions of(OcppVersion version) {
    return new ProfileOptions(version, RateUnit.WATTS, false, false, null, MOST_PERIODS, null);
  }

  /** Whether rates are setpoints, which may be negative. */
  public boolean hasSetpoints() {
    return version == OcppVersion.V2_1 && !chargingOnly;
  }
}
