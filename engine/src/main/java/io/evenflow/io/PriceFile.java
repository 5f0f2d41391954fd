package io.evenflow.io;

import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prices with their times, from a CSV file: a column of starts and one of prices per MWh, or as
 * SMARD.de and the transparency platform of ENTSO-E hand them out (see {@link PriceLayout}).
 *
 * <p>Prices meet periods by instant, so that days of 23 and 25 hours come out right. Each price
 * holds until the next one or its own end (see {@link PriceSpan}); hourly and quarter-hourly prices
 * may follow each other in one file. A period gets the mean of what holds in it: hourly prices
 * spread over quarter-hours, quarter-hourly ones are averaged over hours.
 */
public final class PriceFile {
  private final String file;
  private final NavigableMap<Instant, PriceSpan> spans;

  private PriceFile(String file, List<PriceSpan> spans) {
    this.file = file;
    this.spans =
        spans.stream()
            .collect(
                Collectors.toMap(
                    span -> span.row().start(), span -> span, (one, other) -> one, TreeMap::new));
  }

  /**
   * Reads a file.
   *
   * @param currency the currency the prices must be in
   * @throws InputException where it holds no such prices, naming line and column
   */
  public static PriceFile read(Path path, String currency) {
    return read(path.toString(), CsvText.read(path), currency);
  }

  /** Reads a text; {@code file} is how errors name it. */
  public static PriceFile read(String file, String csv, String currency) {
    return read(file, csv, currency, PriceColumnNames.FOUND);
  }

  /** Reads a text of which it is known which columns count. */
  public static PriceFile read(String file, String csv, String currency, PriceColumnNames names) {
    CsvTable table = CsvTable.parse(file, csv);
    List<PriceRow> rows = new ArrayList<>(PriceLayout.of(table, names).rows(currency));
    if (rows.isEmpty()) {
      throw new InputException(file + ": holds no prices", "Maybe the download was empty.");
    }
    rows.sort(Comparator.comparing(PriceRow::start));
    requireDifferent(file, rows);
    return new PriceFile(file, PriceSpan.of(rows));
  }

  private static void requireDifferent(String file, List<PriceRow> rows) {
    for (int i = 1; i < rows.size(); i++) {
      PriceRow one = rows.get(i - 1);
      PriceRow other = rows.get(i);
      if (one.start().equals(other.start())) {
        boolean anHourIsMissing =
            i + 1 < rows.size()
                && Duration.between(other.start(), rows.get(i + 1).start()).toHours() == 2;
        throw new InputException(
            "%s, line %d: %s appears twice, first in line %d"
                .formatted(file, other.line(), other.start(), one.line()),
            anHourIsMissing
                ? "Maybe it is the hour that comes twice when clocks go back: its second has another"
                    + " offset from UTC."
                : "Maybe one of the two lines is left from another file.");
      }
    }
  }

  /** How errors name it. */
  public String file() {
    return file;
  }

  /** When its first price begins. */
  public Instant first() {
    return spans.firstKey();
  }

  /** When its last price ends. */
  public Instant last() {
    return spans.lastEntry().getValue().end();
  }

  /**
   * The prices of a horizon's periods.
   *
   * @throws InputException where a stretch of the horizon has no price, naming its first time
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
      PriceSpan span = at(now, horizon);
      Double price = span.row().perMwh();
      if (price == null) {
        throw PriceGap.empty(file, now, span, horizon);
      }
      Instant until = span.end().isBefore(end) ? span.end() : end;
      // A price that fills the period must come out exactly as it stands in the file.
      double share = Duration.between(now, until).toMillis() / length;
      mean += share * price;
      now = until;
    }
    return mean;
  }

  private PriceSpan at(Instant now, Horizon horizon) {
    var entry = spans.floorEntry(now);
    if (entry == null || !now.isBefore(entry.getValue().end())) {
      throw PriceGap.between(file, now, spans, horizon);
    }
    return entry.getValue();
  }
}
