package io.evenflow.fleet;

import io.evenflow.time.Horizon;

/**
 * The least energy a session may have over its stay. A vehicle that arrives below its minimum is
 * brought up to it first:
 *
 * <pre>
 * R₀ = arrivalEnergy,  Rₖ₊₁ = Rₖ + Δt·η·p,  leastₖ = min(minEnergy, Rₖ)
 * </pre>
 *
 * with p the greatest power in {0} ∪ [min, max] of the charger that does not overfill the battery.
 * Charging so keeps to it, so that no session is infeasible through its minimum; where powers
 * cannot stop at the minimum, going above is allowed.
 */
public final class LeastEnergy {
  /** A power that exceeds the room by no more than this part of it is what rounding made of it. */
  private static final double SAME = 1e-9;

  private final Session session;
  private final Horizon horizon;
  private final double[] kwh;
  private final double[] chargeKw;
  private int givenPeriods;

  LeastEnergy(Session session, Horizon horizon) {
    this.session = session;
    this.horizon = horizon;
    kwh = new double[session.periods() + 1];
    chargeKw = new double[session.periods()];
    double minimum = session.minEnergyKwh();
    double energy = session.arrivalEnergyKwh();
    kwh[0] = Math.min(minimum, energy);
    for (int k = 0; k < chargeKw.length; k++) {
      if (energy < minimum * (1 - SAME)) {
        energy = rise(k, energy);
      }
      kwh[k + 1] = Math.min(minimum, energy);
    }
  }

  /** Energy after a period that begins below the minimum. */
  private double rise(int k, double energy) {
    double minimum = session.minEnergyKwh();
    double kwhPerKw = horizon.hours(session.arrival() + k) * session.charger().chargeEfficiency();
    double power = greatestKw(energy, kwhPerKw);
    double next = Math.min(session.batteryKwh(), energy + kwhPerKw * power);
    if (next <= minimum * (1 + SAME)) {
      chargeKw[k] = power;
      givenPeriods = k + 1;
      return next;
    }
    double wanted = (minimum - energy) / kwhPerKw;
    chargeKw[k] = Math.clamp(wanted, session.charger().charge().minKw(), power);
    return energy + kwhPerKw * chargeKw[k];
  }

  private double greatestKw(double energyKwh, double kwhPerKw) {
    PowerRange range = session.charger().charge();
    double room = (session.batteryKwh() - energyKwh) / kwhPerKw;
    if (range.maxKw() * (1 - SAME) <= room) {
      return range.maxKw();
    }
    return range.minKw() * (1 - SAME) <= room ? Math.max(range.minKw(), room) : 0;
  }

  /** Least energy before the k-th period of the stay; on departure, where k is their number. */
  public double kwh(int k) {
    return kwh[k];
  }

  /**
   * How many periods from arrival on there is no choice but {@link #chargeKw}: charging as much as
   * the battery takes does not bring it above its minimum.
   */
  public int givenPeriods() {
    return givenPeriods;
  }

  /** By period of the stay, the least that must be charged in all, as early as needed. Unit: kW. */
  public double[] chargeKw() {
    return chargeKw.clone();
  }
}
