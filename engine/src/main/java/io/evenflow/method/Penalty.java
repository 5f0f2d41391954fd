package io.evenflow.method;

import io.evenflow.fleet.Station;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Storages;
import java.util.stream.IntStream;

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
      price += perKwh(scenario, t) / scenario.periods();
    }
    Storages storages = Storages.of(scenario);
    double power =
        IntStream.range(0, storages.size())
            .mapToDouble(i -> storages.get(i).steps().getFirst().charger().charge().maxKw())
            .average()
            .orElse(0);
    double worth = PART * price * power * scenario.horizon().stepHours();
    return worth > 0 ? worth : 1;
  }

  /** The dearest of what stations pay for a kWh, tariffs included. */
  private static double perKwh(Scenario scenario, int period) {
    double price = Math.abs(scenario.prices().perKwh(period));
    for (Station station : scenario.stations()) {
      Tariff tariff = station.site().tariff();
      if (tariff != null) {
        price = Math.max(price, Math.abs(tariff.importPerMwh().at(period)) / 1000);
      }
    }
    return price;
  }
}
