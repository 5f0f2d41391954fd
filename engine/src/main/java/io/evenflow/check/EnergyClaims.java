package io.evenflow.check;

import org.jspecify.annotations.Nullable;

/** Holds energies that a schedule says something has against those its powers give. */
final class EnergyClaims {
  private final PeriodNames periods;
  private final Violations untrue;
  private double worstKwh;

  EnergyClaims(PeriodNames periods, Violations untrue) {
    this.periods = periods;
    this.untrue = untrue;
  }

  /**
   * Checks one thing; no number where nothing is said.
   *
   * @param object what sentences call it
   * @param from period of the first of its energies
   * @param claimed by period of the horizon and at its end, null where nothing is said
   * @param energyKwh what its powers give, from there on
   */
  void check(String object, int from, double @Nullable [] claimed, double[] energyKwh) {
    for (int k = 0; claimed != null && k < energyKwh.length; k++) {
      if (!Double.isNaN(claimed[from + k])) {
        worstKwh = Math.max(worstKwh, Math.abs(claimed[from + k] - energyKwh[k]));
        untrue.requireClaim(
            object + ", " + periods.of(from + k) + ": energy",
            claimed[from + k],
            "its powers give",
            energyKwh[k],
            " kWh",
            Tolerances.ENERGY_KWH);
      }
    }
  }

  /** Worst distance of an energy from its claim. Unit: kWh. */
  double worstKwh() {
    return worstKwh;
  }
}
