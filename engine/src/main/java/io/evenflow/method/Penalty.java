package io.evenflow.method;

import io.evenflow.scenario.Scenario;

/**
 * The penalty weight μ of (19) where nobody sets it. Too small it changes nothing, too large it
 * freezes the rounding of the plain relaxation; what it must outweigh is what moving one vehicle's
 * power by one period is worth, so its scale is a price times a power times a period.
 */
final class Penalty {
  /** Part of the worth of a full period of charging at the mean price, by experiment. */
  private static final double PART = 0.3;

  private Penalty() {}

  /** Unit: the scenario's currency. */
  static double weight(Scenario scenario) {
    double price = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      price += Math.abs(scenario.prices().perKwh(t)) / scenario.periods();
    }
    double power =
        scenario.sessions().stream()
            .mapToDouble(session -> session.charger().charge().maxKw())
            .average()
            .orElse(0);
    double worth = PART * price * power * scenario.horizon().stepHours();
    return worth > 0 ? worth : 1;
  }
}
