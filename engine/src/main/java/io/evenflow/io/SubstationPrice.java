package io.evenflow.io;

import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;

/** Energy from the substation must have one price: of the scenario or of its case. */
final class SubstationPrice {
  private SubstationPrice() {}

  /** Without any cost of generation, losses and import would be free without anyone saying so. */
  static void require(JsonObject root, Network network, boolean hasCost, boolean hasTariff) {
    if (hasCost && hasTariff) {
      throw root.error(
          "substationCostPerMwh and substation.importPricePerMwh are both given",
          "Maybe the first is left from another day: it is one price for both directions.");
    }
    if (!hasCost && !hasTariff && isFree(network)) {
      throw root.error(
          "substationCostPerMwh is missing, and case '"
              + network.name()
              + "' has no costs of generation",
          "Maybe give the price of energy at the substation, such as 60, or 0 if it is free.");
    }
  }

  private static boolean isFree(Network network) {
    return network.generators().stream()
        .filter(Generator::inService)
        .allMatch(generator -> generator.cost().equals(GenerationCost.ZERO));
  }
}
