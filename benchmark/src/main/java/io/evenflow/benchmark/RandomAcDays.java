package io.evenflow.benchmark;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Small days, drawn by seed, of all that makes the relaxation loose or limits bind: negative prices
 * at the substation and at the stations, sun beyond the load, capacitors, ratings, voltages,
 * exports, generators with ranges, vehicles that feed back, least powers, hard targets. The feeder
 * is one of {@link AcFeeders}; limits are drawn around what the day makes of them ({@link
 * AcLimits}), so that most bind and about a third of all days can hardly be carried or not at all.
 */
public final class RandomAcDays {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2024-05-12T12:00:00+02:00");
  private static final int MOST_BINARIES = 24;

  private final SplittableRandom random;
  private final Network network;
  private final Horizon horizon;
  private final double peakKw;

  private RandomAcDays(long seed) {
    random = new SplittableRandom(seed);
    List<Network> feeders = AcFeeders.all();
    // a whole feeder of 33 buses takes SCIP a minute: one day in twenty-five, of two hours
    boolean large = random.nextInt(25) == 0;
    network = large ? feeders.getLast() : feeders.get(random.nextInt(feeders.size() - 1));
    int[] steps = {15, 30, 60};
    int most = network.buses().size() > 12 ? 4 : 6;
    int periods = large ? 2 : random.nextInt(2, most + 1);
    horizon = new Horizon(NOON, periods, steps[random.nextInt(steps.length)]);
    peakKw = 1000 * network.buses().stream().mapToDouble(Bus::activeLoadMw).sum();
  }

  /** The day of a seed; always the same. */
  public static Scenario day(long seed) {
    return new RandomAcDays(seed).draw("ac-" + seed);
  }

  private Scenario draw(String name) {
    List<Station> stations = stations();
    Scenario open =
        new Scenario(
            name,
            "EUR",
            network.name(),
            network,
            horizon,
            DayAheadPrices.of(prices()),
            loads(),
            List.of(),
            Limits.OF_THE_CASE,
            prices(),
            stations,
            sessions(stations));
    Limits limits = new AcLimits(open, random).draw();
    return new Scenario(
        name,
        "EUR",
        network.name(),
        network,
        horizon,
        open.prices(),
        open.loads(),
        List.of(),
        limits,
        open.substationCostPerMwh(),
        stations,
        open.sessions());
  }

  /** Of a kind: dear, below zero, around zero, or one after the other. Unit: currency per MWh. */
  private double[] prices() {
    int kind = random.nextInt(4);
    double[] perMwh = new double[horizon.periods()];
    for (int t = 0; t < perMwh.length; t++) {
      perMwh[t] =
          switch (kind) {
            case 0 -> random.nextDouble(20, 150);
            case 1 -> random.nextDouble(-150, -5);
            case 2 -> random.nextDouble(-10, 10);
            default -> random.nextDouble(-100, 100);
          };
    }
    return perMwh;
  }

  private Loads loads() {
    double[] scale = random.doubles(horizon.periods(), 0.2, 1.1).toArray();
    List<Loads.Adjustment> adjustments = new ArrayList<>();
    int roofs = random.nextInt(3);
    double share = random.nextBoolean() ? random.nextDouble(0.2, 0.7) : random.nextDouble(0.7, 2);
    for (int k = 0; k < roofs; k++) {
      adjustments.add(sun(share / roofs));
    }
    return new Loads(scale, adjustments);
  }

  /** Sun of a share of the peak load at a bus of the far half. */
  private Loads.Adjustment sun(double share) {
    double[] activeKw = new double[horizon.periods()];
    for (int t = 0; t < activeKw.length; t++) {
      activeKw[t] = -share * peakKw * random.nextDouble(0.5, 1);
    }
    int n = network.buses().size();
    int bus = network.buses().get(random.nextInt(n / 2, n)).number();
    return new Loads.Adjustment(bus, activeKw, new double[activeKw.length]);
  }

  private List<Station> stations() {
    List<Station> stations = new ArrayList<>();
    int count = random.nextInt(1, 4);
    for (int k = 0; k < count; k++) {
      int bus = network.buses().get(random.nextInt(1, network.buses().size())).number();
      stations.add(new Station("s" + k, bus, charger()));
    }
    return stations;
  }

  /** Charging at 4 to 20 % of the feeder's peak load. */
  private Charger charger() {
    PowerRange charge = range(peakKw * random.nextDouble(0.04, 0.2));
    PowerRange discharge = random.nextBoolean() ? range(0.8 * charge.maxKw()) : null;
    return new Charger(charge, random.nextDouble(0.85, 1), discharge, random.nextDouble(0.85, 1));
  }

  private PowerRange range(double maxKw) {
    return new PowerRange(random.nextBoolean() ? maxKw * random.nextDouble(0.2, 0.9) : 0, maxKw);
  }

  private List<Session> sessions(List<Station> stations) {
    List<Session> sessions = new ArrayList<>();
    int binaries = 0;
    int count = random.nextInt(1, 6);
    for (int s = 0; s < count; s++) {
      Session session = session("ev" + s, stations.get(random.nextInt(stations.size())));
      binaries += session.periods() * (session.charger().canDischarge() ? 2 : 1);
      if (binaries <= MOST_BINARIES) {
        sessions.add(session);
      }
    }
    return sessions;
  }

  private Session session(String id, Station station) {
    int arrival = random.nextInt(0, horizon.periods());
    int departure = random.nextInt(arrival + 1, horizon.periods() + 1);
    Charger charger = station.charger();
    double drawn =
        (departure - arrival)
            * horizon.stepHours()
            * charger.chargeEfficiency()
            * charger.charge().maxKw();
    double battery = drawn * random.nextDouble(0.8, 3);
    double energy = battery * random.nextDouble(0.1, 0.9);
    double reachable = Math.min(battery, energy + drawn);
    // one target in ten is what can just be reached, one in thirty is beyond
    double part = random.nextInt(10) == 0 ? 1 : random.nextDouble(0, 0.9);
    double target = energy + part * (reachable - energy);
    if (random.nextInt(30) == 0) {
      target = battery;
    }
    boolean hard = random.nextInt(3) == 0;
    return new Session(
        id,
        station.id(),
        arrival,
        departure,
        battery,
        energy * random.nextDouble(0, 0.9),
        energy,
        target,
        hard ? null : random.nextDouble(0.1, 3),
        charger);
  }

  /** Says what is in a day, for rows and messages. */
  static String traits(Scenario day) {
    List<String> traits = new ArrayList<>();
    double[] costs = day.substationCostPerMwh();
    if (costs != null && Arrays.stream(costs).anyMatch(cost -> cost < 0)) {
      traits.add("negative");
    }
    if (!day.loads().adjustments().isEmpty()) {
      traits.add("sun");
    }
    if (day.network().buses().stream().anyMatch(bus -> bus.shuntSusceptanceMvar() != 0)) {
      traits.add("shunt");
    }
    if (day.feeder().generators().size() > 1) {
      traits.add("generators");
    }
    Limits limits = day.limits();
    if (limits.voltageMinPu() != null || limits.voltageMaxPu() != null) {
      traits.add("voltage");
    }
    if (!limits.branchRatings().isEmpty()) {
      traits.add("rating");
    }
    if (limits.substationExportMw() != null) {
      traits.add("export");
    }
    if (day.sessions().stream().anyMatch(session -> session.charger().canDischarge())) {
      traits.add("discharge");
    }
    if (day.sessions().stream().anyMatch(session -> session.charger().charge().minKw() > 0)) {
      traits.add("least");
    }
    if (day.sessions().stream().anyMatch(Session::hasHardTarget)) {
      traits.add("hard");
    }
    return String.join(" ", traits);
  }
}
