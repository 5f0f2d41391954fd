package io.evenflow.benchmark;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.Network;
import io.evenflow.io.BuiltInDays;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A day on which the grid can hardly serve its fleet: a case file's own limits, stations at a few
 * buses, sessions that stay 3–12 h and want 30–50 kWh each at 4.2 kW or more; what they miss costs
 * something. Prices are those of 9 April 2024.
 *
 * @param loadScale mean factor of the case file's loads; it swings by 0.3 over the day
 * @param stepMinutes 15 or 60
 * @param shortfallCost unit: currency per kWh
 */
record TightDay(
    String name,
    String feederCase,
    int stations,
    int sessions,
    long seed,
    double wantedKwh,
    double loadScale,
    int stepMinutes,
    double mostKw,
    double shortfallCost,
    boolean feedsBack) {
  private static final double LEAST_KW = 4.2;
  private static final double EFFICIENCY = 0.9;
  private static final double SWING = 0.3;

  static final List<TightDay> ALL =
      List.of(
          new TightDay("33-1000", "case33bw", 5, 1000, 41, 40, 0.6, 15, 11, 1, true),
          new TightDay("33-1000-charging", "case33bw", 5, 1000, 42, 40, 0.6, 15, 11, 1, false),
          new TightDay("33-1000-dear", "case33bw", 5, 1000, 43, 40, 0.6, 15, 11, 10, true),
          new TightDay("33-1500-cheap", "case33bw", 5, 1500, 44, 35, 0.6, 15, 11, 0.3, true),
          new TightDay("33-2000", "case33bw", 5, 2000, 45, 40, 0.6, 15, 11, 1, true),
          new TightDay("33-500-hours", "case33bw", 5, 500, 46, 40, 0.7, 60, 11, 1, true),
          new TightDay("69-500", "case69", 5, 500, 47, 50, 0.7, 15, 22, 1, true),
          new TightDay("69-1000-hours", "case69", 6, 1000, 48, 40, 0.7, 60, 11, 0.3, true),
          new TightDay("141-2000", "case141", 7, 2000, 49, 50, 0.9, 15, 22, 2, true),
          new TightDay("141-3000", "case141", 7, 3000, 50, 40, 0.9, 15, 11, 1, true));

  private int perHour() {
    return 60 / stepMinutes;
  }

  private int periods() {
    return 24 * perHour();
  }

  Scenario day() {
    Network network = Cases.read(feederCase);
    Feeder feeder = Feeder.of(network);
    PowerRange range = new PowerRange(LEAST_KW, mostKw);
    Charger charger = new Charger(range, EFFICIENCY, feedsBack ? range : null, EFFICIENCY);
    List<Station> places = new ArrayList<>();
    for (int k = 0; k < stations; k++) {
      int bus = (k + 1) * (feeder.busCount() - 1) / stations;
      places.add(new Station("s" + k, feeder.bus(bus).number(), charger));
    }
    Random random = new Random(seed);
    List<Session> fleet = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      fleet.add(session(i, random, charger));
    }
    Scenario reference = BuiltInDays.read("case69-day");
    return new Scenario(
        name,
        "EUR",
        feederCase,
        network,
        new Horizon(reference.horizon().start(), periods(), stepMinutes),
        prices(reference.prices()),
        new Loads(loads(), List.of()),
        List.of(),
        new Limits(null, null, null, List.of()),
        generationCost(),
        places,
        fleet);
  }

  private Session session(int i, Random random, Charger charger) {
    int arrival = random.nextInt(periods() - 2 * perHour());
    int stay = (3 + random.nextInt(9)) * perHour() + random.nextInt(perHour());
    double start = 5 + 25 * random.nextDouble();
    return new Session(
        "v" + i,
        "s" + random.nextInt(stations),
        arrival,
        Math.min(periods(), arrival + stay),
        80,
        5,
        start,
        Math.min(80, start + wantedKwh),
        shortfallCost,
        charger);
  }

  private DayAheadPrices prices(DayAheadPrices hourly) {
    double[] perMwh = new double[periods()];
    Arrays.setAll(perMwh, t -> hourly.perMwh(t / perHour()));
    return DayAheadPrices.of(perMwh);
  }

  private double[] loads() {
    double[] scale = new double[periods()];
    Arrays.setAll(scale, t -> loadScale + SWING * Math.sin(2 * Math.PI * t / periods()));
    return scale;
  }

  private double[] generationCost() {
    double[] perMwh = new double[periods()];
    Arrays.fill(perMwh, 20);
    return perMwh;
  }
}
