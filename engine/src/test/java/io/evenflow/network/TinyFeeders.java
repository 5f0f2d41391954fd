package io.evenflow.network;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Scenarios of one period of half an hour, on feeders of a few buses and 10 MVA. */
final class TinyFeeders {
  static final double HOURS = 0.5;
  private static final Charger CHARGER = new Charger(new PowerRange(0, 22), 0.9, null, 1);

  private TinyFeeders() {}

  static Scenario scenario(Network network, Limits limits, int... stationBuses) {
    List<Station> stations = new ArrayList<>();
    for (int bus : stationBuses) {
      stations.add(new Station("bus" + bus, bus, CHARGER));
    }
    return new Scenario(
        "tiny",
        "EUR",
        "tiny",
        network,
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), 1, 30),
        DayAheadPrices.of(50),
        Loads.flat(1),
        List.of(),
        limits,
        null,
        stations,
        List.of());
  }

  /** Shunts, taps, line charging, branches that point anywhere; stations at three buses. */
  static Scenario random(RandomGenerator random, Limits limits) {
    int n = 4 + random.nextInt(5);
    List<Bus> buses = new ArrayList<>();
    List<Branch> branches = new ArrayList<>();
    for (int number = 1; number <= n; number++) {
      buses.add(bus(random, number));
      if (number > 1) {
        branches.add(branch(random, 1 + random.nextInt(number - 1), number));
      }
    }
    GenerationCost cost = new GenerationCost.Polynomial(random.nextInt(2) * 3, 40, 2);
    Generator grid = new Generator(1, 0, 0, -10, 10, 1, 0, 10, true, cost);
    Network network = new Network("tiny", 10, buses, List.of(grid), branches, List.of());
    return scenario(network, limits, 2, n - 1, n);
  }

  private static Bus bus(RandomGenerator random, int number) {
    boolean root = number == 1;
    double load = root ? 0 : random.nextDouble(0.05, 0.5);
    return new Bus(
        number,
        root ? BusType.SUBSTATION : BusType.LOAD,
        load,
        load * random.nextDouble(0.2, 0.6),
        random.nextInt(3) == 0 ? random.nextDouble(0.02) : 0,
        random.nextInt(3) == 0 ? random.nextDouble(0.2) : 0,
        1,
        0,
        12.66,
        root ? 1 : 0.8,
        root ? 1 : 1.2);
  }

  private static Branch branch(RandomGenerator random, int parent, int child) {
    boolean down = random.nextBoolean();
    return new Branch(
        down ? parent : child,
        down ? child : parent,
        random.nextDouble(0.01, 0.15),
        random.nextDouble(0.01, 0.2),
        random.nextInt(2) * random.nextDouble(0.01),
        Double.POSITIVE_INFINITY,
        random.nextInt(4) == 0 ? random.nextDouble(0.97, 1.03) : 1,
        0,
        true);
  }

  /** Powers of three stations, some of them feeding in. Unit: kW. */
  static double[] stationKw(RandomGenerator random) {
    return random.doubles(3, -100, 300).toArray();
  }
}
