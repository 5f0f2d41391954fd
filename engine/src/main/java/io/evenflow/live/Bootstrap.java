package io.evenflow.live;

import io.evenflow.fleet.Session;
import io.evenflow.time.Horizon;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/**
 * Forecasts drawn from a site's own earlier days, with nothing fitted but these (a bootstrap: B.
 * Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7(1), 1979).
 *
 * <p>Newcomers of a scenario are those who came after this time of the day on one earlier day,
 * drawn at random among those of the same kind: working days, or Saturdays and Sundays. Whole days
 * are drawn, so that what comes together stays together. Where there is no day of the kind yet all
 * days are; where there is none at all nobody comes.
 *
 * <p>How much of the stay it had said a vehicle really stays is that of earlier stays, of those
 * that stayed at least the part that has gone by; {@value #DEPARTURES} quantiles of it are equally
 * likely departures. The same state, seed and history give the same forecast.
 */
public final class Bootstrap implements Forecast {
  /** Departures that are thought of, that at the time that was said among them. */
  private static final int DEPARTURES = 30;

  private static final String ALGORITHM = "L64X128MixRandom";

  private final Map<LocalDate, List<PastStay>> days;
  private final double[] partStayed;
  private final int scenarios;
  private final long seed;

  /**
   * @param history stays of earlier days
   * @param scenarios how many are drawn
   */
  public Bootstrap(List<PastStay> history, int scenarios, long seed) {
    days =
        history.stream()
            .collect(Collectors.groupingBy(PastStay::day, TreeMap::new, Collectors.toList()));
    partStayed =
        history.stream()
            .mapToDouble(each -> each.stayMinutes() / each.saidMinutes())
            .sorted()
            .toArray();
    this.scenarios = scenarios;
    this.seed = seed;
  }

  @Override
  public List<List<Session>> newcomers(SiteState state, Rest rest) {
    Horizon horizon = state.day().horizon();
    // what is drawn stays the same for a period: plans within it differ by what happened alone
    Instant periodStart = horizon.startOf(state.period()).toInstant();
    RandomGenerator random =
        RandomGeneratorFactory.of(ALGORITHM).create(seed * 31 + periodStart.getEpochSecond());
    List<List<Session>> drawn = new ArrayList<>();
    for (int s = 0; s < scenarios && !days.isEmpty(); s++) {
      List<Session> newcomers = new ArrayList<>();
      LocalDate last = horizon.startOf(horizon.periods() - 1).toLocalDate();
      LocalDate first = horizon.startOf(0).toLocalDate();
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        List<List<PastStay>> choice = alike(day);
        double fromMinute = 24 * 60.0 * ChronoUnit.DAYS.between(first, day);
        List<PastStay> one = choice.get(random.nextInt(choice.size()));
        later(one, fromMinute, state, rest, newcomers);
      }
      drawn.add(newcomers);
    }
    return drawn;
  }

  /** Days of the same kind, all where there is none. */
  private List<List<PastStay>> alike(LocalDate day) {
    boolean isWeekend = day.getDayOfWeek().getValue() > 5;
    List<List<PastStay>> alike =
        days.values().stream().filter(each -> each.getFirst().isOfWeekend() == isWeekend).toList();
    return alike.isEmpty() ? List.copyOf(days.values()) : alike;
  }

  private static void later(
      List<PastStay> day, double fromMinute, SiteState state, Rest rest, List<Session> sessions) {
    int step = state.day().horizon().stepMinutes();
    for (PastStay stay : day) {
      int arrival =
          (int) Math.round((fromMinute + stay.arrivalMinute()) / step) - rest.firstPeriod();
      int departure =
          (int) Math.round((fromMinute + stay.arrivalMinute() + stay.stayMinutes()) / step)
              - rest.firstPeriod();
      departure = Math.min(Math.max(departure, arrival + 1), rest.scenario().periods());
      boolean isStation = rest.scenario().stationIndex(stay.station()) >= 0;
      if (arrival >= 1 && departure > arrival && isStation) {
        sessions.add(
            new Session(
                "forecast " + sessions.size(),
                stay.station(),
                arrival,
                departure,
                stay.batteryKwh(),
                0,
                stay.energyKwh(),
                stay.targetKwh(),
                Session.DEFAULT_SHORTFALL_COST_PER_KWH,
                stay.charger()));
      }
    }
  }

  @Override
  public List<Instant> departures(Here here, Instant now) {
    double said = minutes(here.arrival(), here.departure());
    double gone = minutes(here.arrival(), now);
    int first = 0;
    while (first < partStayed.length && partStayed[first] * said <= gone) {
      first++;
    }
    List<Instant> departures = new ArrayList<>();
    int left = partStayed.length - first;
    for (int q = 0; q < DEPARTURES - 1 && left > 0; q++) {
      double part = partStayed[first + (int) ((q + 0.5) / (DEPARTURES - 1) * left)];
      if (part < 1) {
        departures.add(here.arrival().plusSeconds(Math.round(60 * part * said)));
      }
    }
    return departures;
  }

  private static double minutes(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 60.0;
  }
}
