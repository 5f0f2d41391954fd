package io.evenflow.replay;

import io.evenflow.live.Event;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * When prices of the days of a horizon are published: those of its first day before it begins, of
 * each later day at a time of the day before. Until then each hour is thought to cost what it did a
 * week earlier.
 *
 * @param atFirst what is known or thought when the horizon begins
 * @param published in order of time
 */
public record PriceNews(DayAheadPrices atFirst, List<Event.PricesPublished> published) {
  private static final int WEEK = 7;

  public PriceNews {
    published = List.copyOf(published);
  }

  /** All is known from the start on. */
  static PriceNews none(DayAheadPrices prices) {
    return new PriceNews(prices, List.of());
  }

  /**
   * The news of a horizon.
   *
   * @param prices as they came
   * @param at of the day before, by the clock of a zone
   * @param pricesOfDay of one day, with the horizon's step
   */
  static PriceNews of(
      DayAheadPrices prices,
      Horizon horizon,
      ZoneId zone,
      LocalTime at,
      Function<LocalDate, DayAheadPrices> pricesOfDay) {
    double[] thought = prices.toArray();
    double[] came = prices.toArray();
    List<Event.PricesPublished> published = new ArrayList<>();
    LocalDate date = horizon.startOf(0).toLocalDate();
    int next = first(horizon, zone, date.plusDays(1));
    while (next < horizon.periods()) {
      LocalDate day = date.plusDays(1);
      int end = first(horizon, zone, day.plusDays(1));
      double[] before = pricesOfDay.apply(day.minusDays(WEEK)).toArray();
      for (int t = next; t < end; t++) {
        thought[t] = before[Math.min(t - next, before.length - 1)];
      }
      Instant told = date.atTime(at).atZone(zone).toInstant();
      published.add(new Event.PricesPublished(told, next, Arrays.copyOfRange(came, next, end)));
      date = day;
      next = end;
    }
    return new PriceNews(DayAheadPrices.of(thought), published);
  }

  /** First period of a day, the number of periods after the last. */
  private static int first(Horizon horizon, ZoneId zone, LocalDate day) {
    Instant start = day.atStartOfDay(zone).toInstant();
    int t = 0;
    while (t < horizon.periods() && horizon.startOf(t).toInstant().isBefore(start)) {
      t++;
    }
    return t;
  }
}
