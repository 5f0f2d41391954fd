package io.evenflow.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Storage;
import io.evenflow.fleet.Storage.Step;
import org.jspecify.annotations.Nullable;

/** Whether net powers keep to all that a storage must keep to, told step by step. */
final class StorageRules {
  private static final double SAME = 1e-8;

  private final Storage storage;
  private final SessionDetails details;

  private StorageRules(Storage storage) {
    this.storage = storage;
    details = storage.details();
  }

  static void assertKeeps(Storage storage, double[] netKw, String words) {
    assertThat(new StorageRules(storage).broken(netKw)).as(words).isEqualTo("nothing");
  }

  static boolean keeps(Storage storage, double[] netKw) {
    return new StorageRules(storage).broken(netKw).equals("nothing");
  }

  private String broken(double[] netKw) {
    double energy = storage.startKwh();
    double reached = energy;
    int run = details.chargingNow() ? details.minimumRunPeriods() : 0;
    for (int k = 0; k < netKw.length; k++) {
      Step step = storage.steps().get(k);
      boolean arrives = k == 0 || step.place() != storage.steps().get(k - 1).place();
      if (storage.missingCostPerKwh() == null && step.usedKwh() > energy + SAME) {
        return "trip to step " + k;
      }
      energy = Math.max(0, energy - step.usedKwh());
      reached = arrives ? energy : reached;
      if (reached < storage.minimumKwh() - SAME) {
        reached += step.kwhPerKw() * storage.greatestChargeKw(k, reached);
      }
      if (!isAllowed(step, energy, netKw[k])) {
        return "power " + netKw[k] + " in step " + k + " from " + energy;
      }
      boolean charges = netKw[k] > 0;
      if (!charges && run > 0 && run < details.minimumRunPeriods()) {
        return "run that ends with step " + k;
      }
      run = charges ? run + 1 : 0;
      energy = step.energyAfter(energy, Math.max(0, netKw[k]), Math.max(0, -netKw[k]));
      double least = Math.min(storage.minimumKwh(), reached);
      if (energy < least - SAME || energy > storage.capacityKwh() + SAME) {
        return "energy " + energy + " after step " + k;
      }
      for (Storage.Wanted wanted : storage.wanted()) {
        boolean now = wanted.afterSteps() == k + 1 && storage.isHard(wanted);
        if (now && energy < wanted.kwh() - SAME) {
          return "energy wanted after step " + k;
        }
      }
    }
    return "nothing";
  }

  private boolean isAllowed(Step step, double energy, double kw) {
    if (kw <= 0) {
      return isWithin(step.charger().discharge(), -kw);
    }
    ChargingCurve curve = details.chargingCurve();
    double after = energy + step.kwhPerKw() * kw;
    boolean onCurve =
        curve == null
            || (kw <= curve.maxKw(energy / storage.capacityKwh()) + SAME
                && kw <= curve.maxKw(after / storage.capacityKwh()) + SAME);
    boolean onStep =
        details.powerStepsKw().isEmpty()
            || details.powerStepsKw().stream().anyMatch(power -> Math.abs(power - kw) < SAME);
    return onCurve && onStep && isWithin(step.charger().charge(), kw);
  }

  private static boolean isWithin(@Nullable PowerRange range, double kw) {
    return kw == 0 || (range != null && kw >= range.minKw() - SAME && kw <= range.maxKw() + SAME);
  }
}
