package io.evenflow.city.portfolio;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Station;
import io.evenflow.time.Horizon;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws sessions: 60 of 100 at home, 30 at work, 10 while shopping or on the way. Stays at home go
 * over midnight, where the day of the file ends: half of them are in the morning, from midnight on,
 * half in the evening, until midnight, each for its part of the energy. One in five at home can
 * feed back.
 */
final class DrawnSessions {
  private static final double HOME_SHARE = 0.6;
  private static final double WORK_SHARE = 0.3;
  private static final double BIDIRECTIONAL_SHARE = 0.2;
  private static final double HOURS = 24;
  private static final double EFFICIENCY = 0.92;

  /** Of wear, while feeding back and charging again. Unit: currency per kWh. */
  private static final double WEAR_PER_KWH = 0.01;

  /** IEC 61851: no less than 6 A on three phases. Unit: kW. */
  private static final double LEAST_KW = 4.2;

  private static final double[] BATTERIES_KWH = {40, 52, 60, 64, 77, 82};
  private static final Charger AC = charger(LEAST_KW, 11, false);
  private static final Charger BOTH_WAYS = charger(LEAST_KW, 11, true);
  private static final Charger FAST = charger(5, 50, false);

  /** Part of the power a session could charge with all along that it may ask for at most. */
  private static final double WITHIN_REACH = 0.9;

  private final RandomGenerator random;
  private final Horizon horizon;
  private final List<Station> stations;

  DrawnSessions(RandomGenerator random, Horizon horizon, List<Station> stations) {
    this.random = random;
    this.horizon = horizon;
    this.stations = stations;
  }

  private static Charger charger(double leastKw, double mostKw, boolean bothWays) {
    PowerRange feeding = bothWays ? new PowerRange(LEAST_KW, 10) : null;
    return new Charger(new PowerRange(leastKw, mostKw), EFFICIENCY, feeding, EFFICIENCY);
  }

  /** What stations have where a session says nothing else. */
  static Charger ofStations() {
    return AC;
  }

  Session draw(int number) {
    double kind = random.nextDouble();
    if (kind < HOME_SHARE) {
      return home(number);
    }
    if (kind < HOME_SHARE + WORK_SHARE) {
      double arrival = Deciles.WORK_ARRIVAL.draw(random);
      double stay = Deciles.WORK_STAY.draw(random);
      return session(number, arrival, arrival + stay, Deciles.WORK_ENERGY.draw(random), AC);
    }
    double arrival = Deciles.FAST_ARRIVAL.draw(random);
    return session(number, arrival, arrival + 1, Deciles.FAST_ENERGY.draw(random), FAST);
  }

  private Session home(int number) {
    double arrival = Deciles.HOME_ARRIVAL.draw(random);
    double departure = Deciles.HOME_DEPARTURE.draw(random);
    double energy = Deciles.HOME_ENERGY.draw(random);
    Charger charger = random.nextDouble() < BIDIRECTIONAL_SHARE ? BOTH_WAYS : AC;
    double evening = HOURS - arrival;
    double part = evening / (evening + departure);
    return random.nextBoolean()
        ? session(number, arrival, HOURS, part * energy, charger)
        : session(number, 0, departure, (1 - part) * energy, charger);
  }

  /**
   * @param from unit: hours of the day
   * @param to unit: hours of the day
   */
  private Session session(int number, double from, double to, double wantedKwh, Charger charger) {
    int last = horizon.periods();
    double step = horizon.stepHours();
    int arrival = Math.clamp((int) Math.round(from / step), 0, last - 1);
    int departure = Math.clamp((int) Math.round(to / step), arrival + 1, last);
    double battery = BATTERIES_KWH[random.nextInt(BATTERIES_KWH.length)];
    double reach =
        WITHIN_REACH * EFFICIENCY * charger.charge().maxKw() * horizon.hours(arrival, departure);
    double energy = Math.min(Math.min(wantedKwh, reach), 0.8 * battery);
    double least = 0.1 * battery;
    double onArrival = least + random.nextDouble() * Math.max(0, 0.9 * battery - least - energy);
    double target = Math.min(battery, onArrival + energy);
    SessionDetails details =
        new SessionDetails(
            List.of(),
            0,
            0,
            charger.canDischarge() ? WEAR_PER_KWH : 0,
            0,
            1,
            List.of(),
            null,
            false);
    return new Session(
        "ev" + number,
        stations.get(random.nextInt(stations.size())).id(),
        arrival,
        departure,
        battery,
        Math.min(rounded(least), rounded(onArrival)),
        rounded(onArrival),
        rounded(target),
        Session.DEFAULT_SHORTFALL_COST_PER_KWH,
        charger,
        details);
  }

  private static double rounded(double kwh) {
    return Math.floor(100 * kwh) / 100;
  }
}
