package io.evenflow.method;

import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.Step;
import io.evenflow.fleet.Storage.Wanted;

/**
 * Charging without coordination: at full power, as far as curve and steps of power allow, from
 * arrival on until there is what is wanted later, trips included, or the least energy if that is
 * more. Where the last period would need less than the minimum power, the one before gives up what
 * is missing to it, as far as the least energy lets it.
 */
final class FullPower {
  /** Energy that is missing by less is there. Unit: kW over the period. */
  private static final double THERE = 1e-9;

  private final Storage storage;
  private final LeastEnergy least;
  private final double[] goalKwh;
  private final double[] chargeKw;
  private double energy;

  private FullPower(Storage storage, double[] chargeKw) {
    this.storage = storage;
    this.chargeKw = chargeKw;
    least = storage.leastEnergy();
    goalKwh = goals(storage);
    energy = storage.startKwh();
  }

  /** Writes charging powers by period of the horizon. Unit: kW. */
  static void charge(Storage storage, double[] chargeKw) {
    FullPower charging = new FullPower(storage, chargeKw);
    for (int k = 0; k < storage.steps().size(); k++) {
      charging.step(k);
    }
  }

  /** Energy to be there after each step, should nothing be charged after it. */
  private static double[] goals(Storage storage) {
    int n = storage.steps().size();
    double[] goals = new double[n];
    for (int k = n - 1; k >= 0; k--) {
      double later = k == n - 1 ? 0 : goals[k + 1] + storage.steps().get(k + 1).usedKwh();
      goals[k] = Math.max(storage.minimumKwh(), Math.min(storage.capacityKwh(), later));
      for (Wanted wanted : storage.wanted()) {
        goals[k] = wanted.afterSteps() == k + 1 ? Math.max(goals[k], wanted.kwh()) : goals[k];
      }
    }
    return goals;
  }

  private void step(int k) {
    Step step = storage.steps().get(k);
    PowerRange range = step.charger().charge();
    energy = storage.energyAfterTrip(k, energy);
    double wanted = (goalKwh[k] - energy) / step.kwhPerKw();
    if (wanted <= THERE) {
      return;
    }
    if (storage.details().powerStepsKw().isEmpty() && wanted < range.minKw()) {
      wanted += takeFromBefore(k, range.minKw() - wanted);
    }
    double power = power(k, wanted);
    chargeKw[step.period()] = power;
    energy = step.energyAfter(energy, power, 0);
  }

  /** Of what the step before charges in the same place; returns what it gives up. Unit: kW. */
  private double takeFromBefore(int k, double missingKw) {
    Step step = storage.steps().get(k);
    if (k == 0 || storage.steps().get(k - 1).place() != step.place()) {
      return 0;
    }
    double spare = (energy - least.kwh(k)) / step.kwhPerKw();
    int before = storage.steps().get(k - 1).period();
    double most = Math.min(spare, chargeKw[before] - step.charger().charge().minKw());
    double given = Math.clamp(missingKw, 0, Math.max(0, most));
    chargeKw[before] -= given;
    energy -= step.kwhPerKw() * given;
    return given;
  }

  /** As much as is wanted, or the least power above it, as far as it can; else 0. */
  private double power(int k, double wantedKw) {
    double most = storage.greatestChargeKw(k, energy);
    if (most == 0) {
      return 0;
    }
    if (storage.details().powerStepsKw().isEmpty()) {
      double least = storage.steps().get(k).charger().charge().minKw();
      return Math.clamp(wantedKw, Math.min(least, most), most);
    }
    return storage.details().powerStepsKw().stream()
        .filter(power -> power >= wantedKw * (1 - THERE) && power <= most)
        .findFirst()
        .orElse(most);
  }
}
