package io.evenflow.method;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
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

/**
 * Days of three hours on 1 MVA that can be solved by trying everything:
 *
 * <pre>
 * substation [1] --- 2 (station a) --- 3 (station b)
 * </pre>
 *
 * A voltage limit or a rating binds in about half of them; vehicles are as large as the load.
 */
final class RandomDays {
  static final int PERIODS = 3;

  private RandomDays() {}

  static Scenario next(RandomGenerator random) {
    boolean congested = random.nextBoolean();
    return new Scenario(
        "random",
        "EUR",
        "random",
        network(random),
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), PERIODS, 60),
        DayAheadPrices.of(random.doubles(PERIODS, -20, 120).toArray()),
        new Loads(random.doubles(PERIODS, 0.5, 1).toArray(), List.of()),
        List.of(),
        limits(random, congested),
        null,
        List.of(new Station("a", 2, charger(random)), new Station("b", 3, charger(random))),
        sessions(random));
  }

  /** The same with vehicles that arrive below their least energy. */
  static Scenario nextBelowLeastEnergy(RandomGenerator random) {
    Scenario day = next(random);
    List<Session> low = new ArrayList<>();
    for (Session session : day.sessions()) {
      double least = session.arrivalEnergyKwh() + random.nextDouble(0, 140);
      low.add(withLeastEnergy(session, least));
    }
    return day.withSessions(low);
  }

  private static Session withLeastEnergy(Session session, double leastKwh) {
    return new Session(
        session.id(),
        session.station(),
        session.arrival(),
        session.departure(),
        session.batteryKwh(),
        leastKwh,
        session.arrivalEnergyKwh(),
        session.targetEnergyKwh(),
        session.shortfallCostPerKwh(),
        session.charger());
  }

  private static Network network(RandomGenerator random) {
    List<Bus> buses = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      boolean root = number == 1;
      double load = root ? 0 : random.nextDouble(0.05, 0.15);
      BusType type = root ? BusType.SUBSTATION : BusType.LOAD;
      double least = root ? 1 : 0.9;
      double most = root ? 1 : 1.1;
      buses.add(new Bus(number, type, load, load / 3, 0, 0, 1, 0, 12.66, least, most));
    }
    GenerationCost cost = new GenerationCost.Polynomial(random.nextInt(2) * 5, 20, 0);
    Generator grid = new Generator(1, 0, 0, -2, 2, 1, 0, 2, true, cost);
    return new Network(
        "random",
        1,
        buses,
        List.of(grid),
        List.of(branch(random, 1), branch(random, 2)),
        List.of());
  }

  private static Branch branch(RandomGenerator random, int from) {
    double r = random.nextDouble(0.02, 0.1);
    double x = random.nextDouble(0.02, 0.1);
    return new Branch(from, from + 1, r, x, 0, Double.POSITIVE_INFINITY, 1, 0, true);
  }

  private static Limits limits(RandomGenerator random, boolean congested) {
    if (!congested) {
      return Limits.OF_THE_CASE;
    }
    return random.nextBoolean()
        ? new Limits(random.nextDouble(0.955, 0.975), null, null, List.of())
        : new Limits(null, null, null, List.of(new BranchRating(1, 2, 0.36)));
  }

  private static Charger charger(RandomGenerator random) {
    PowerRange discharge = random.nextBoolean() ? new PowerRange(20, 60) : null;
    return new Charger(new PowerRange(random.nextInt(2) * 40, 90), 0.9, discharge, 0.9);
  }

  private static List<Session> sessions(RandomGenerator random) {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int arrival = random.nextInt(PERIODS - 1);
      double energy = random.nextDouble(10, 60);
      sessions.add(
          new Session(
              "ev" + i,
              random.nextBoolean() ? "a" : "b",
              arrival,
              arrival + 2,
              200,
              0,
              energy,
              Math.min(200, energy + random.nextDouble(0, 150)),
              0.5,
              charger(random)));
    }
    return sessions;
  }
}
