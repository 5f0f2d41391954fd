package io.evenflow.io;

import static io.evenflow.io.Field.perPeriod;
import static io.evenflow.io.Field.text;

import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A scenario's {@code prices}: T numbers, or a file of prices with their times. */
final class PricesShape {
  private static final Field<double[]> PER_MWH =
      perPeriod("perMwh").optional("").unit("per MWh").says("T prices; negative ones too");
  private static final Field<String> FILE =
      text("file")
          .optional("")
          .says("path of a [price file](#price-files), from the scenario's folder");

  static final Shape<Source> SHAPE =
      Shape.of("Maybe a price has a digit too many.", PricesShape::read)
          .with(PER_MWH, Source::perMwh)
          .with(FILE, source -> null);

  /**
   * Where prices come from; one of the two is null. Prices are written as numbers, wherever they
   * came from.
   */
  record Source(double @Nullable [] perMwh, @Nullable Path file) {
    static Source of(DayAheadPrices prices) {
      return new Source(prices.toArray(), null);
    }

    DayAheadPrices over(Horizon horizon, String currency) {
      return file == null
          ? DayAheadPrices.of(perMwh == null ? new double[horizon.periods()] : perMwh)
          : PriceFile.read(file, currency).over(horizon);
    }
  }

  private PricesShape() {}

  private static Source read(JsonObject prices) {
    if (prices.has(PER_MWH) && prices.has(FILE)) {
      throw prices.error(
          "perMwh and file are both given", "Maybe one of the two is left from another day.");
    }
    if (prices.has(FILE)) {
      return new Source(null, prices.reading().folder().resolve(prices, FILE.name()));
    }
    return new Source(prices.perPeriod(PER_MWH.name()), null);
  }
}
