package io.evenflow.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Prices with their times, from a CSV file with a column of starts and one of prices per MWh (see
 * {@link PriceColumns}).
 *
 * <p>Prices meet periods by instant, so that days of 23 and 25 hours come out right. Each price
 * holds for the file's step, the least distance between two starts. A period gets the mean of what
 * holds in it: hourly prices spread over quarter-hours, quarter-hourly ones are averaged over
 * hours.
 */
public final class PriceFile {
  private final String file;
  private final NavigableMap<Instant, Double> prices;
  private final Duration step;

  private PriceFile(String file, NavigableMap<Instant, Double> prices) {
    this.file = file;
    this.prices = prices;
    this.step = leastStep(prices);
  }

  /**
   * Reads a file.
   *
   * @param currency the currency the prices must be in
   * @throws InputException where it holds no such prices, naming line and column
   */
  public static PriceFile read(Path path, String currency) {
    return read(path.toString(), TextFile.read(path), currency);
  }

  /** Reads a text; {@code file} is how errors name it. */
  public static PriceFile read(String file, String csv, String currency) {
    TreeMap<Instant, Double> prices = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      PriceColumns columns = null;
      for (NamedCsvRecord row : reader) {
        if (columns == null) {
          columns = PriceColumns.of(file, row.getHeader(), currency);
        }
        Instant start = columns.start(row);
        if (prices.put(start, columns.price(row)) != null) {
          throw new InputException(
              file + ", line " + row.getStartingLineNumber() + ": " + start + " appears twice",
              "Maybe local times without offset were given on the day of 25 hours.");
        }
      }
    } catch (CsvParseException | IOException problem) {
      throw new InputException(
          file + ": not CSV: " + problem.getMessage(),
          "Maybe a quotation mark or a field is missing in a line.");
    }
    if (prices.isEmpty()) {
      throw new InputException(file + ": holds no prices", "Maybe the download was empty.");
    }
    return new PriceFile(file, prices);
  }

  private static Duration leastStep(NavigableMap<Instant, Double> prices) {
    Duration least = Duration.ofHours(1);
    Instant last = null;
    for (Instant start : prices.keySet()) {
      if (last != null && Duration.between(last, start).compareTo(least) < 0) {
        least = Duration.between(last, start);
      }
      last = start;
    }
    return least;
  }

  /**
   * The prices of a horizon's periods.
   *
   * @throws InputException where a stretch of the horizon has no price, naming its first hour
   */
  public DayAheadPrices over(Horizon horizon) {
    double[] perMwh = new double[horizon.periods()];
    for (int period = 0; period < perMwh.length; period++) {
      perMwh[period] = mean(horizon, period);
    }
    return DayAheadPrices.of(perMwh);
  }

  private double mean(Horizon horizon, int period) {
    Instant now = horizon.startOf(period).toInstant();
    Instant end = now.plus(horizon.stepMinutes(), ChronoUnit.MINUTES);
    double length = Duration.between(now, end).toMillis();
    double mean = 0;
    while (now.isBefore(end)) {
      Map.Entry<Instant, Double> row = prices.floorEntry(now);
      if (row == null || !now.isBefore(row.getKey().plus(step))) {
        throw missing(now.atOffset(horizon.start().getOffset()), horizon);
      }
      Instant rowEnd = row.getKey().plus(step);
      Instant until = rowEnd.isBefore(end) ? rowEnd : end;
      // A price that fills the period must come out exactly as it stands in the file.
      double share = Duration.between(now, until).toMillis() / length;
      mean += share * row.getValue();
      now = until;
    }
    return mean;
  }

  private InputException missing(OffsetDateTime hour, Horizon horizon) {
    OffsetDateTime end = horizon.startOf(horizon.periods());
    return new InputException(
        "%s: has no price for %s; the horizon goes from %s to %s"
            .formatted(file, Times.text(hour), Times.text(horizon.start()), Times.text(end)),
        "Maybe the file is of another day: its prices go from %s to %s."
            .formatted(
                Times.text(prices.firstKey().atOffset(hour.getOffset())),
                Times.text(prices.lastKey().plus(step).atOffset(hour.getOffset()))));
  }
}
