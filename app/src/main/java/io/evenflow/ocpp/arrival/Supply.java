package io.evenflow.ocpp.arrival;

import io.evenflow.ocpp.OcppException;

/**
 * What an EVSE is connected to, which messages do not say.
 *
 * @param phases of the EVSE; 1 to 3
 * @param volts nominal, between a phase and neutral. Unit: V
 */
public record Supply(int phases, double volts) {
  public Supply {
    if (phases < 1 || phases > 3 || !(volts >= 50 && volts <= 1000)) {
      throw new OcppException(
          "an EVSE has 1 to 3 phases of 50 to 1000 V, not " + phases + " of " + volts + " V",
          "Maybe 3 phases of 230 V between a phase and neutral are meant.");
    }
  }

  /** Power of a current on each of so many phases. Unit: kW */
  double kw(double amperes, int carrying, double mostVolts) {
    return amperes * Math.min(carrying, phases) * Math.min(volts, mostVolts) / 1000;
  }
}
