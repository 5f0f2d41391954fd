package io.evenflow.check;

import io.evenflow.time.Horizon;

/**
 * The least energy a battery may have before each of its periods and at their end. Below its
 * minimum at first, that is what charging from the first period on with the {@link GreatestPower}
 * reaches by then, and the minimum from there on.
 */
final class LeastAllowed {
  private LeastAllowed() {}

  /** By period of the stay, its end last. Unit: kWh. */
  static double[] kwh(Storage storage, Horizon horizon) {
    double[] least = new double[storage.periods() + 1];
    double reached = storage.firstKwh();
    for (int k = 0; k < least.length; k++) {
      least[k] = Math.min(storage.minKwh(), reached);
      if (k < storage.periods() && reached < storage.minKwh()) {
        double hours = horizon.hours(storage.from() + k);
        double gain = hours * storage.charger().chargeEfficiency();
        reached =
            Math.min(
                storage.capacityKwh(), reached + gain * GreatestPower.kw(storage, reached, hours));
      }
    }
    return least;
  }
}
