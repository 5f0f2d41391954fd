package io.evenflow.fleet;

/**
 * The least energy a storage may have. One that arrives below its minimum is brought up to it
 * first:
 *
 * <pre>
 * R₀ = arrivalEnergy,  Rₖ₊₁ = Rₖ + Δt·η·p,  leastₖ = min(minEnergy, Rₖ)
 * </pre>
 *
 * with p the greatest power of the charger, its steps and its curve that does not overfill the
 * battery. Charging so keeps to it, so that nothing is infeasible through its minimum; where powers
 * cannot stop at the minimum, going above is allowed.
 *
 * <p>What a vehicle arrives with at its second place and later ones is its decision; from there on
 * this is what it has if it charges nowhere more than it must.
 */
public final class LeastEnergy {
  /** A power that exceeds the room by no more than this part of it is what rounding made of it. */
  private static final double SAME = 1e-9;

  private final Storage storage;
  private final double[] kwh;
  private final double[] chargeKw;
  private int givenPeriods;

  LeastEnergy(Storage storage) {
    this.storage = storage;
    int n = storage.steps().size();
    kwh = new double[n + 1];
    chargeKw = new double[n];
    double minimum = storage.minimumKwh();
    double energy = storage.startKwh();
    kwh[0] = Math.min(minimum, energy);
    for (int k = 0; k < n; k++) {
      energy = storage.energyAfterTrip(k, energy);
      if (energy < minimum * (1 - SAME)) {
        energy = rise(k, energy);
      }
      kwh[k + 1] = Math.min(minimum, energy);
    }
  }

  /** Energy after a step that begins below the minimum. */
  private double rise(int k, double energy) {
    double minimum = storage.minimumKwh();
    double kwhPerKw = storage.steps().get(k).kwhPerKw();
    double power = storage.greatestChargeKw(k, energy);
    double next = Math.min(storage.capacityKwh(), energy + kwhPerKw * power);
    if (next <= minimum * (1 + SAME)) {
      chargeKw[k] = power;
      if (storage.steps().get(k).place() == 0) {
        givenPeriods = k + 1;
      }
      return next;
    }
    chargeKw[k] = storage.leastChargeKw(k, (minimum - energy) / kwhPerKw, power);
    return energy + kwhPerKw * chargeKw[k];
  }

  /** Least energy before the k-th step; at the end, where k is their number. */
  public double kwh(int k) {
    return kwh[k];
  }

  /**
   * How many steps from the first on there is no choice but {@link #chargeKw}: charging as much as
   * the battery takes does not bring it above its minimum.
   */
  public int givenPeriods() {
    return givenPeriods;
  }

  /** By step, the least that must be charged in all, as early as needed. Unit: kW. */
  public double[] chargeKw() {
    return chargeKw.clone();
  }
}
