package io.evenflow.scenario;

import static io.evenflow.scenario.Doubts.text;

import java.util.Arrays;
import java.util.Set;

/** Prices per MWh that can hardly be meant. */
final class PriceDoubts {
  /** In these the greatest price an exchange allows is a few thousand per MWh. */
  private static final Set<String> CURRENCIES = Set.of("EUR", "USD", "GBP", "CHF");

  private static final double MOST = 20_000;

  /** Below this a cost at the substation is as good as none, given to break ties. */
  private static final double LEAST_COST = 0.02;

  private PriceDoubts() {}

  static void collect(Scenario scenario, Doubts doubts) {
    double[] prices = scenario.prices().toArray();
    if (greatest(prices) > 0 && greatest(prices) < 1 && !isOfWetDay(prices)) {
      perKwh("prices", prices, scenario, doubts);
    }
    double[] costs = scenario.substationCostPerMwh();
    if (costs != null && greatest(costs) >= LEAST_COST && greatest(costs) < 1) {
      perKwh("substationCostPerMwh", costs, scenario, doubts);
    }
    if (CURRENCIES.contains(scenario.currency()) && greatest(prices) > MOST) {
      doubts.add(
          "prices too high",
          "prices",
          "a price of %s %s per MWh is more than any exchange allows"
              .formatted(text(greatest(prices)), scenario.currency()),
          "Maybe a decimal point is missing, or the unit is another.");
    }
  }

  /**
   * Whole days below 1 EUR/MWh happen where there is much water and wind. Exchanges trade in whole
   * cents; prices per kWh have more decimals, are lower, or are the few of a tariff.
   */
  private static boolean isOfWetDay(double[] prices) {
    boolean inCents = Arrays.stream(prices).allMatch(price -> isWhole(100 * price));
    boolean isTariff = Arrays.stream(prices).distinct().count() < 6;
    return inCents && (greatest(prices) < LEAST_COST || (greatest(prices) >= 0.2 && !isTariff));
  }

  private static boolean isWhole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-6;
  }

  private static void perKwh(String field, double[] series, Scenario scenario, Doubts doubts) {
    double greatest = greatest(series);
    doubts.add(
        field + " per kWh",
        field,
        "none is above %s %s per MWh".formatted(text(greatest), scenario.currency()),
        "Maybe they are per kWh: %s per kWh is %s per MWh."
            .formatted(text(greatest), text(Math.rint(1e6 * greatest) / 1000)));
  }

  /** The size of the largest, either sign. */
  private static double greatest(double[] series) {
    return Arrays.stream(series).map(Math::abs).max().orElse(0);
  }
}
