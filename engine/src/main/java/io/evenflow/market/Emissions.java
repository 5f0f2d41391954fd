package io.evenflow.market;

import io.evenflow.time.Series;

/**
 * CO₂ of the energy that the substation draws; what it gives back counts the other way.
 *
 * @param gramsPerKwh by period. Unit: g/kWh
 * @param pricePerTonne unit: currency per tonne; at least 0
 */
public record Emissions(Series gramsPerKwh, double pricePerTonne) {
  public Emissions {
    if (!(pricePerTonne >= 0 && Double.isFinite(pricePerTonne))) {
      throw new IllegalArgumentException(
          "pricePerTonne (" + pricePerTonne + ") must be a number of at least 0");
    }
  }

  /** What they add to the price of energy in a period. Unit: currency per MWh. */
  public double perMwh(int period) {
    return gramsPerKwh.at(period) * pricePerTonne / 1000;
  }

  /** Emissions of energy drawn in a period. Unit: kg. */
  public double kg(int period, double importKwh) {
    return gramsPerKwh.at(period) * importKwh / 1000;
  }
}
