package io.evenflow.benchmark;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sessions of up to 30 kWh at 4.2–22 kW that arrive all day and stay 2–11 h, every second able to
 * feed back; so each place has two stations.
 */
final class MixedFleet {
  private static final PowerRange POWER = new PowerRange(4.2, 22);
  private static final double EFFICIENCY = 0.92;
  private static final Charger BOTH_WAYS = new Charger(POWER, EFFICIENCY, POWER, EFFICIENCY);
  private static final Charger ONE_WAY = new Charger(POWER, EFFICIENCY, null, 1);
  private static final double BATTERY_KWH = 60;

  private final List<Integer> buses;

  MixedFleet(List<Integer> buses) {
    this.buses = buses;
  }

  List<Station> stations() {
    List<Station> stations = new ArrayList<>();
    for (int bus : buses) {
      stations.add(new Station("v2g" + bus, bus, BOTH_WAYS));
      stations.add(new Station("car" + bus, bus, ONE_WAY));
    }
    return stations;
  }

  /**
   * Sessions drawn by a seed.
   *
   * @param perHour periods in an hour
   */
  List<Session> sessions(int count, int periods, int perHour, long seed) {
    Random random = new Random(seed);
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int arrival = random.nextInt(periods - 2 * perHour);
      int stay = 2 * perHour + random.nextInt(9 * perHour);
      double energy = rounded(8 + 32 * random.nextDouble());
      double target = Math.min(BATTERY_KWH, rounded(energy + 30 * random.nextDouble()));
      boolean bothWays = random.nextBoolean();
      int bus = buses.get(random.nextInt(buses.size()));
      sessions.add(
          new Session(
              "ev" + (i + 1),
              (bothWays ? "v2g" : "car") + bus,
              arrival,
              Math.min(periods, arrival + stay),
              BATTERY_KWH,
              5,
              energy,
              target,
              10.0,
              bothWays ? BOTH_WAYS : ONE_WAY));
    }
    return sessions;
  }

  private static double rounded(double kwh) {
    return Math.round(10 * kwh) / 10.0;
  }
}
