package io.evenflow.io.exchange;

import io.evenflow.io.InputException;
import io.evenflow.io.PriceFile;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Prices of the planned days; where a file has none of them, those of its nearest day of the same
 * month and weekday, by the clock.
 */
final class PricesOnHorizon {
  private PricesOnHorizon() {}

  /**
   * @param zone whose clocks the prices follow when they are moved
   * @throws InputException where the file covers neither the days nor any like them
   */
  static DayAheadPrices of(PriceFile prices, Horizon horizon, ZoneId zone, Notes notes) {
    boolean isApart =
        !prices.first().isBefore(horizon.startOf(horizon.periods()).toInstant())
            || !prices.last().isAfter(horizon.startOf(0).toInstant());
    if (!isApart) {
      return prices.over(horizon);
    }
    return moved(
        horizon,
        prices.first().atZone(zone).toLocalDate(),
        prices.last().atZone(zone).toLocalDate(),
        zone,
        prices::over,
        day ->
            notes.say(
                "%s has no prices of %s; those of %s are taken, the nearest day of the same month and weekday (by the clock of %s)"
                    .formatted(
                        Notes.name(prices.file()), horizon.startOf(0).toLocalDate(), day, zone)));
  }

  /** The first like day on which a reading succeeds; fails as the planned day itself does. */
  static <T> T moved(
      Horizon horizon,
      LocalDate from,
      LocalDate to,
      ZoneId zone,
      Function<Horizon, T> read,
      Consumer<LocalDate> say) {
    LocalDate wanted = horizon.startOf(0).toLocalDate();
    for (LocalDate day : alike(wanted, from, to)) {
      try {
        T values =
            read.apply(
                new Horizon(
                    day.atStartOfDay(zone).toOffsetDateTime(),
                    horizon.periods(),
                    horizon.stepMinutes(),
                    null));
        say.accept(day);
        return values;
      } catch (InputException hasGap) {
        continue;
      }
    }
    return read.apply(horizon);
  }

  /** Days of the same month and weekday, nearest first. */
  private static List<LocalDate> alike(LocalDate wanted, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .filter(day -> day.getMonth() == wanted.getMonth())
        .filter(day -> day.getDayOfWeek() == wanted.getDayOfWeek())
        .sorted(
            Comparator.comparingInt((LocalDate day) -> Math.abs(day.getYear() - wanted.getYear()))
                .thenComparing(day -> Math.abs(day.getDayOfMonth() - wanted.getDayOfMonth())))
        .toList();
  }
}
