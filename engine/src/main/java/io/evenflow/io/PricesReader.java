package io.evenflow.io;

import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;

/** Reads a scenario's {@code prices}: T numbers, or a file of prices with their times. */
final class PricesReader {
  private PricesReader() {}

  static DayAheadPrices read(
      JsonObject root, Horizon horizon, String currency, SourceFolder folder) {
    JsonObject prices = root.object("prices");
    prices.requireOnly("perMwh", "file");
    if (prices.has("perMwh") && prices.has("file")) {
      throw prices.error(
          "perMwh and file are both given", "Maybe one of the two is left from another day.");
    }
    if (prices.has("file")) {
      return PriceFile.read(folder.resolve(prices, "file"), currency).over(horizon);
    }
    return DayAheadPrices.of(prices.numbers("perMwh", horizon.periods()));
  }
}
