package io.evenflow.io.exchange;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import org.jspecify.annotations.Nullable;

/**
 * What chargers can do of which nothing else is known.
 *
 * @param power least and greatest power when on, null where it is not told. Unit: kW at the meter
 * @param efficiency energy into the battery per energy at the meter; 0 &lt; η ≤ 1
 */
public record ChargerPower(@Nullable PowerRange power, double efficiency) {
  /** Three phases at 16 A, what most public and most private AC chargers have. */
  static final PowerRange USUAL = new PowerRange(0, 11);

  boolean isTold() {
    return power != null;
  }

  Charger charger() {
    return new Charger(power == null ? USUAL : power, efficiency, null, 1);
  }
}
