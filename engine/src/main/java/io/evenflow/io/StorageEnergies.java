package io.evenflow.io;

import io.evenflow.fleet.Storage;
import java.util.Arrays;

/**
 * What powers make of the energy in a battery.
 *
 * @param before energy at the start of each step, after the trip before it. Unit: kWh
 * @param after energy at the end of each step. Unit: kWh
 */
record StorageEnergies(Storage storage, double[] before, double[] after) {

  static StorageEnergies of(Storage storage, double[] chargeKw, double[] dischargeKw) {
    int steps = storage.steps().size();
    double[] before = new double[steps];
    double[] after = new double[steps];
    double now = storage.startKwh();
    for (int k = 0; k < steps; k++) {
      Storage.Step step = storage.steps().get(k);
      before[k] = storage.energyAfterTrip(k, now);
      now = step.energyAfter(before[k], chargeKw[step.period()], dischargeKw[step.period()]);
      after[k] = now;
    }
    return new StorageEnergies(storage, before, after);
  }

  /**
   * T + 1 entries: the starts of all periods and the end of the last; NaN while it is nowhere.
   * Where one stay begins as another ends, what the later one begins with.
   */
  double[] ofHorizon(int periods) {
    double[] energies = new double[periods + 1];
    Arrays.fill(energies, Double.NaN);
    for (int k = 0; k < after.length; k++) {
      int period = storage.steps().get(k).period();
      energies[period] = before[k];
      energies[period + 1] = after[k];
    }
    return energies;
  }

  /** What is missing on trips and of what is wanted and may be missing. Unit: kWh. */
  double missingKwh() {
    double missing = 0;
    for (int k = 0; k < after.length; k++) {
      double found = k == 0 ? storage.startKwh() : after[k - 1];
      missing += Math.max(0, storage.steps().get(k).usedKwh() - found);
    }
    for (Storage.Wanted wanted : storage.wanted()) {
      double lacking = wanted.isHard() ? 0 : wanted.kwh() - after[wanted.afterSteps() - 1];
      missing += Math.max(0, lacking);
    }
    return missing;
  }
}
