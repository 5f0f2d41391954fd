package io.evenflow.decomposition;

import io.evenflow.scenario.Scenario;

/** What energy costs at the market. */
final class Market {
  private Market() {}

  /** Cost of 1 kW held for a period. Unit: currency. */
  static double kwPrice(Scenario scenario, int period) {
    return scenario.horizon().stepHours() * scenario.prices().perKwh(period);
  }
}
