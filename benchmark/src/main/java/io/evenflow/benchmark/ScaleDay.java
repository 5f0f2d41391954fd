package io.evenflow.benchmark;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.BranchScaling;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Days of many sessions: 96 quarter-hours at the hourly prices of 9 April 2024 with a seeded noise
 * of 1 EUR/MWh, stations spread evenly over the buses, sessions of about 10 kWh at 3.7, 7.4 or 11
 * kW that arrive all day and stay 2–10 h, every fifth able to feed back.
 *
 * <p>The feeder carries the fleet: its branches have 0.4 of the case file's impedance, as if
 * reinforced, its substation ten times the file's power; from 10,000 sessions on both grow with the
 * fleet. Its load is about half of the file's, highest in the cheap hours of the early afternoon.
 * Uncongested days have no ratings and a voltage band of 0.85–1.1 p.u.; the {@link Squeeze} makes
 * congested ones of them.
 */
final class ScaleDay {
  private static final int PERIODS = 96;
  private static final double IMPEDANCE = 0.4;
  private static final double SUBSTATION_POWER = 10;

  /** So many sessions it carries so reinforced. */
  private static final double CARRIED = 10_000;

  private static final PowerRange[] POWERS = {
    new PowerRange(1.4, 3.7), new PowerRange(1.4, 7.4), new PowerRange(4.2, 11)
  };

  private final Network network;
  private final Feeder feeder;
  private final String feederCase;
  private final int stations;
  private final int sessions;
  private final double growth;
  private final Random random;

  ScaleDay(Network network, String feederCase, int stations, int sessions, long seed) {
    growth = Math.max(1, sessions / CARRIED);
    this.network =
        network.withGenerators(network.generators().stream().map(this::reinforced).toList());
    feeder = Feeder.of(this.network);
    this.feederCase = feederCase;
    this.stations = stations;
    this.sessions = sessions;
    random = new Random(seed);
  }

  private Generator reinforced(Generator generator) {
    double most = SUBSTATION_POWER * growth * generator.activeMaxMw();
    return generator.withActiveLimits(generator.activeMinMw(), most);
  }

  /** The uncongested day. */
  Scenario uncongested() {
    return day(new Limits(0.85, 1.1, null, unrated()));
  }

  /** The same day with limits that bind. */
  Scenario congested() {
    return Squeeze.of(uncongested());
  }

  private List<BranchRating> unrated() {
    List<BranchRating> unrated = new ArrayList<>();
    for (Branch branch : branches()) {
      unrated.add(new BranchRating(branch.from(), branch.to(), Double.POSITIVE_INFINITY));
    }
    return unrated;
  }

  private List<Branch> branches() {
    return IntStream.range(1, feeder.busCount()).mapToObj(feeder::branch).toList();
  }

  private Scenario day(Limits limits) {
    List<BranchScaling> reinforced = new ArrayList<>();
    double impedance = IMPEDANCE / growth;
    for (Branch branch : branches()) {
      reinforced.add(new BranchScaling(branch.from(), branch.to(), impedance, impedance));
    }
    Scenario reference = BuiltInDays.read("case69-day");
    return new Scenario(
        feederCase + "-" + sessions,
        "EUR",
        feederCase,
        network,
        new Horizon(reference.horizon().start(), PERIODS, 15),
        prices(reference.prices()),
        new Loads(loadScale(), List.of()),
        reinforced,
        limits,
        generationCost(),
        stations(),
        sessions());
  }

  private DayAheadPrices prices(DayAheadPrices hourly) {
    double[] perMwh = new double[PERIODS];
    for (int t = 0; t < PERIODS; t++) {
      perMwh[t] = hourly.perMwh(t / 4) + random.nextGaussian();
    }
    return DayAheadPrices.of(perMwh);
  }

  private static double[] loadScale() {
    double[] scale = new double[PERIODS];
    for (int t = 0; t < PERIODS; t++) {
      scale[t] = 0.5 + 0.1 * Math.cos(2 * Math.PI * (t - 54) / PERIODS);
    }
    return scale;
  }

  /** 20 EUR/MWh, the cost of case141, where the file has none. */
  private double @Nullable [] generationCost() {
    if (!feeder.generators().get(0).cost().equals(GenerationCost.ZERO)) {
      return null;
    }
    double[] perMwh = new double[PERIODS];
    Arrays.fill(perMwh, 20);
    return perMwh;
  }

  private List<Station> stations() {
    List<Station> list = new ArrayList<>();
    for (int k = 0; k < stations; k++) {
      int bus = 1 + (2 * k + 1) * (feeder.busCount() - 1) / (2 * stations);
      list.add(
          new Station(
              "station-" + k, feeder.bus(bus).number(), new Charger(POWERS[0], 0.9, null, 0.9)));
    }
    return list;
  }

  private List<Session> sessions() {
    List<Session> list = new ArrayList<>();
    for (int s = 0; s < sessions; s++) {
      list.add(session("ev" + s, "station-" + random.nextInt(stations)));
    }
    return list;
  }

  private Session session(String id, String station) {
    int stay = 8 + random.nextInt(33);
    int arrival = random.nextInt(PERIODS - stay + 1);
    PowerRange powers = POWERS[random.nextInt(POWERS.length)];
    double wanted = 5 + 10 * random.nextDouble();
    double reachable = 0.9 * 0.9 * powers.maxKw() * stay / 4;
    double battery = 40 + 40 * random.nextDouble();
    double start = battery * (0.2 + 0.3 * random.nextDouble());
    boolean feedsBack = random.nextInt(5) == 0;
    return new Session(
        id,
        station,
        arrival,
        arrival + stay,
        battery,
        0.1 * battery,
        start,
        start + Math.min(wanted, reachable),
        Session.DEFAULT_SHORTFALL_COST_PER_KWH,
        new Charger(powers, 0.9, feedsBack ? powers : null, 0.9));
  }
}
