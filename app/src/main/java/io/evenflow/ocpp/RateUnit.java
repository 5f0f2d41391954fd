package io.evenflow.ocpp;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The unit of a profile's rates, and the steps in which it is written: whole watts of all phases
 * together, or tenths of an ampere on each phase.
 *
 * @param isCurrent whether rates are currents
 * @param phases how many phases carry the current, null where the charger may decide (W) or it is
 *     DC
 * @param volts nominal voltage between a phase and neutral. Unit: V
 */
public record RateUnit(boolean isCurrent, @Nullable Integer phases, double volts) {
  /** Watts, without a word on phases. */
  public static final RateUnit WATTS = new RateUnit(false, null, 230);

  public RateUnit {
    if (phases != null && (phases < 1 || phases > 3)) {
      throw new OcppException(
          "phases (" + phases + ") must be 1, 2 or 3", "Maybe it is 3, as in most of Europe.");
    }
    if (isCurrent && phases == null) {
      throw new OcppException(
          "a current needs a number of phases", "Maybe 3, or 1 for a single-phase charger.");
    }
    if (!(volts >= 50 && volts <= 1000)) {
      throw new OcppException(
          "voltage (" + volts + " V) must be from 50 to 1000 V",
          "Maybe the voltage between a phase and neutral is meant, such as 230.");
    }
  }

  /** Amperes on each of so many phases. */
  public static RateUnit amperes(int phases, double volts) {
    return new RateUnit(true, phases, volts);
  }

  /** As OCPP writes it. */
  public String word() {
    return isCurrent ? "A" : "W";
  }

  /** What one step is worth. Unit: kW */
  public double stepKw() {
    return isCurrent && phases != null ? 0.1 * phases * volts / 1000 : 0.001;
  }

  /** So many steps, in watts or amperes. */
  BigDecimal rate(long steps) {
    if (!isCurrent) {
      return BigDecimal.valueOf(steps);
    }
    return steps % 10 == 0 ? BigDecimal.valueOf(steps / 10) : BigDecimal.valueOf(steps, 1);
  }

  /** Power at a rate in this unit. Unit: kW */
  public double kw(double rate) {
    return isCurrent ? rate * 10 * stepKw() : rate / 1000;
  }
}
