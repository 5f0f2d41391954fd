package io.evenflow.benchmark;

import io.evenflow.grid.Feeder;
import io.evenflow.grid.Network;
import io.evenflow.io.PriceFile;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The days of a price file that have a negative hour, as the price of import; stations pay a fee of
 * 5 per MWh on top.
 */
final class NegativeDays {
  private static final double FEE_PER_MWH = 5;
  private static final int PLACES = 3;

  private final Path prices;
  private final ZoneId zone;

  NegativeDays(Path prices, ZoneId zone) {
    this.prices = prices;
    this.zone = zone;
  }

  /** Those days of a year on a built-in case. */
  List<Scenario> of(int year, String feederCase, int sessions, int stepMinutes) {
    PriceFile file = PriceFile.read(prices, "EUR");
    List<Scenario> days = new ArrayList<>();
    LocalDate first = LocalDate.of(year, 1, 1);
    for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
      Horizon horizon = horizon(day, stepMinutes);
      DayAheadPrices spot = file.over(horizon);
      double[] perMwh =
          IntStream.range(0, horizon.periods()).mapToDouble(t -> 1000 * spot.perKwh(t)).toArray();
      if (IntStream.range(0, perMwh.length).anyMatch(t -> perMwh[t] < 0)) {
        days.add(scenario(day, horizon, perMwh, feederCase, sessions));
      }
    }
    return days;
  }

  private Horizon horizon(LocalDate day, int stepMinutes) {
    ZonedDateTime start = day.atStartOfDay(zone);
    long minutes = Duration.between(start, day.plusDays(1).atStartOfDay(zone)).toMinutes();
    return new Horizon(start.toOffsetDateTime(), (int) (minutes / stepMinutes), stepMinutes);
  }

  private static Scenario scenario(
      LocalDate day, Horizon horizon, double[] importPerMwh, String feederCase, int sessions) {
    Network network = Cases.read(feederCase);
    int periods = horizon.periods();
    MixedFleet fleet = new MixedFleet(FarEnds.of(Feeder.of(network), PLACES));
    int perHour = (int) Math.round(1 / horizon.stepHours());
    double[] fee = new double[periods];
    double[] load = new double[periods];
    for (int t = 0; t < periods; t++) {
      fee[t] = FEE_PER_MWH;
      load[t] = 0.6 + 0.25 * Math.sin(2 * Math.PI * ((double) t / periods - 0.3));
    }
    return new Scenario(
        network.name() + "-" + day,
        "EUR",
        feederCase,
        network,
        horizon,
        DayAheadPrices.of(fee),
        new Loads(load, List.of()),
        List.of(),
        Limits.OF_THE_CASE,
        importPerMwh,
        fleet.stations(),
        fleet.sessions(sessions, periods, perHour, day.toEpochDay()));
  }
}
