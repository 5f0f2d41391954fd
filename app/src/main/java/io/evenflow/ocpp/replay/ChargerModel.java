package io.evenflow.ocpp.replay;

import io.evenflow.ocpp.OcppException;

/**
 * What a charger makes of a rate that is asked of it. It rounds to whole watts or tenths of an
 * ampere as its profile's unit has it, pauses where the rate is below what it can hold, and needs
 * time to begin and to end. A car that is full, or at its least energy, stops by itself.
 *
 * @param leastAmperes least current on each phase when on; 6 by IEC 61851, 0 for chargers of which
 *     the scenario says all. Unit: A
 * @param phases of the charger where a profile does not say it
 * @param volts between a phase and neutral. Unit: V
 * @param pauseSeconds how long it goes on after the rate became zero. Unit: s; at least 0
 * @param resumeSeconds how long it takes to begin. Unit: s; at least 0
 */
public record ChargerModel(
    double leastAmperes, int phases, double volts, int pauseSeconds, int resumeSeconds) {
  /** Does at once what it is told. */
  public static final ChargerModel IDEAL = new ChargerModel(0, 3, 230, 0, 0);

  public ChargerModel {
    require(leastAmperes >= 0 && leastAmperes <= 1000, "least current", leastAmperes + " A");
    require(pauseSeconds >= 0, "pause delay", pauseSeconds + " s");
    require(resumeSeconds >= 0, "resume delay", resumeSeconds + " s");
  }

  private static void require(boolean holds, String field, String value) {
    if (!holds) {
      throw new OcppException(field + " (" + value + ") must be at least 0", "Maybe a sign error.");
    }
  }

  /** What it can hold of its own. Unit: kW */
  double leastKw() {
    return leastAmperes * phases * volts / 1000;
  }
}
