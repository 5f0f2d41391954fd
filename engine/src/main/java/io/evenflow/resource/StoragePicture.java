package io.evenflow.resource;

import io.evenflow.coordination.Reservoir;
import io.evenflow.fleet.LeastEnergy;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Storage;
import java.util.function.Predicate;

/**
 * A storage as a {@link Reservoir}: its level is the energy that came in since the start, in kWh.
 */
final class StoragePicture {
  private StoragePicture() {}

  /**
   * @param rows the row of the power in each step
   */
  static Reservoir of(Storage storage, int[] rows) {
    int n = rows.length;
    double[] least = new double[n];
    double[] most = new double[n];
    double[] filled = new double[n];
    double[] emptied = new double[n];
    double[] lowest = new double[n];
    double[] highest = new double[n];
    double[] cost = new double[n];
    LeastEnergy allowed = storage.leastEnergy();
    double used = 0;
    double reach = 0;
    for (int k = 0; k < n; k++) {
      Storage.Step step = storage.steps().get(k);
      PowerRange discharge = step.charger().discharge();
      least[k] = discharge == null ? 0 : -discharge.maxKw();
      most[k] = step.charger().charge().maxKw();
      filled[k] = step.kwhPerKw();
      emptied[k] = step.kwhPerKwOut();
      cost[k] = storage.details().throughputCostPerKwh() * step.hours();
      used += step.usedKwh();
      reach += most[k] * filled[k];
      lowest[k] = Math.min(reach, allowed.kwh(k + 1) - storage.startKwh() + used);
      highest[k] = Math.max(lowest[k], storage.capacityKwh() - storage.startKwh() + used);
    }
    Double missing = storage.missingCostPerKwh();
    lowest = raised(storage, lowest, highest, storage::isHard);
    double[] wanted = raised(storage, lowest, highest, any -> true);
    return new Reservoir(
        rows,
        least,
        most,
        filled,
        emptied,
        lowest,
        highest,
        wanted,
        cost,
        missing == null ? 0 : missing,
        storage.details().valueAtEndPerKwh());
  }

  /** Levels as high as some of what is wanted asks for, as far as they can be reached. */
  private static double[] raised(
      Storage storage, double[] lowest, double[] highest, Predicate<Storage.Wanted> which) {
    double[] wanted = lowest.clone();
    double reach = 0;
    double[] most = new double[wanted.length];
    double[] used = new double[wanted.length];
    for (int k = 0; k < wanted.length; k++) {
      Storage.Step step = storage.steps().get(k);
      reach += step.charger().charge().maxKw() * step.kwhPerKw();
      most[k] = Math.min(reach, highest[k]);
      used[k] = (k == 0 ? 0 : used[k - 1]) + step.usedKwh();
    }
    for (Storage.Wanted each : storage.wanted().stream().filter(which).toList()) {
      int k = each.afterSteps() - 1;
      double level = each.kwh() - storage.startKwh() + used[k];
      wanted[k] = Math.max(wanted[k], Math.min(most[k], level));
    }
    return wanted;
  }
}
