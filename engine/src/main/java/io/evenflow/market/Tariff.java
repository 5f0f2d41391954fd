package io.evenflow.market;

import io.evenflow.time.Series;

/**
 * What energy that is drawn costs and what energy that is fed in earns, by period. Export may never
 * be dearer than import: a loop through the meter would print money.
 *
 * @param importPerMwh price of what is drawn. Unit: currency per MWh
 * @param exportPerMwh price of what is fed in, at most that of import in every period. Unit:
 *     currency per MWh
 */
public record Tariff(Series importPerMwh, Series exportPerMwh) {
  public Tariff {
    if (importPerMwh.periods() != exportPerMwh.periods()) {
      throw new IllegalArgumentException(
          "exportPricePerMwh has %d numbers, importPricePerMwh has %d"
              .formatted(exportPerMwh.periods(), importPerMwh.periods()));
    }
    for (int t = 0; t < importPerMwh.periods(); t++) {
      double drawn = importPerMwh.at(t);
      double fed = exportPerMwh.at(t);
      if (fed > drawn) {
        throw new IllegalArgumentException(
            ("exportPricePerMwh (%s in period %d) must be at most importPricePerMwh (%s): a loop"
                    + " through the meter would print %s per MWh")
                .formatted(fed, t, drawn, fed - drawn));
      }
    }
  }

  /** The day's prices, both ways. */
  public static Tariff of(DayAheadPrices prices) {
    Series perMwh = Series.of(prices.toArray());
    return new Tariff(perMwh, perMwh);
  }

  /** What net energy costs in a period; negative where it earns. Unit: currency. */
  public double cost(int period, double netKwh) {
    Series price = netKwh > 0 ? importPerMwh : exportPerMwh;
    return price.at(period) / 1000 * netKwh;
  }

  public int periods() {
    return importPerMwh.periods();
  }
}
