package io.evenflow.city.portfolio;

import io.evenflow.city.portfolio.Commuter.Powers;
import io.evenflow.city.portfolio.Commuter.Stay;
import io.evenflow.time.Horizon;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Draws vehicles that are at home at one feeder until the morning, at work at another, and at home
 * again until midnight. Each way takes half an hour and half of what a day at home is drawn with;
 * in the end they want what they had at first, as far as that can be reached. One in five can feed
 * back at home.
 */
final class DrawnCommuters {
  private static final double WAY_HOURS = 0.5;
  private static final double LONGEST_WORK_HOURS = 10;
  private static final double BIDIRECTIONAL_SHARE = 0.2;
  private static final double EFFICIENCY = 0.92;
  private static final double LEAST_KW = 4.2;
  private static final double MOST_KW = 11;
  private static final double MOST_BACK_KW = 10;
  private static final double WITHIN_REACH = 0.9;
  private static final double[] BATTERIES_KWH = {40, 52, 60, 64, 77, 82};

  private final RandomGenerator random;
  private final Horizon horizon;
  private final List<PlacedFeeder> feeders;

  DrawnCommuters(RandomGenerator random, Horizon horizon, List<PlacedFeeder> feeders) {
    this.random = random;
    this.horizon = horizon;
    this.feeders = feeders;
  }

  Commuter draw(int number) {
    double step = horizon.stepHours();
    int last = horizon.periods();
    int way = Math.max(1, (int) Math.round(WAY_HOURS / step));
    int leave =
        Math.clamp((int) Math.round(Deciles.HOME_DEPARTURE.draw(random) / step), 1, last / 2);
    int arrive = leave + way;
    double hours = Math.min(LONGEST_WORK_HOURS, Deciles.WORK_STAY.draw(random));
    int end = Math.clamp(arrive + (int) Math.round(hours / step), arrive + 1, last - way - 1);
    double battery = BATTERIES_KWH[random.nextInt(BATTERIES_KWH.length)];
    double wayKwh = floor(Math.min(Deciles.HOME_ENERGY.draw(random) / 2, 0.3 * battery));
    double least = floor(0.1 * battery);
    double start = floor((0.3 + 0.5 * random.nextDouble()) * battery);
    boolean bothWays = random.nextDouble() < BIDIRECTIONAL_SHARE;
    Powers atWork = new Powers(LEAST_KW, MOST_KW, EFFICIENCY, 0, 0, 1);
    Powers atHome =
        bothWays
            ? new Powers(LEAST_KW, MOST_KW, EFFICIENCY, LEAST_KW, MOST_BACK_KW, EFFICIENCY)
            : atWork;
    double reach = WITHIN_REACH * EFFICIENCY * MOST_KW * step;
    double wanted = Math.min(start, start - 2 * wayKwh + reach * (last - end - way + end - arrive));
    int home = random.nextInt(feeders.size());
    int work = random.nextInt(feeders.size());
    String homeStation = station(home);
    return new Commuter(
        "commuter" + number,
        battery,
        least,
        start,
        Math.max(0, floor(wanted)),
        List.of(
            new Stay(
                home, homeStation, 0, leave, floor(Math.min(start, wayKwh + least)), 0, atHome),
            new Stay(work, station(work), arrive, end, 0, wayKwh, atWork),
            new Stay(home, homeStation, end + way, last, 0, wayKwh, atHome)));
  }

  private String station(int feeder) {
    List<String> stations = FeederDay.stations(feeders.get(feeder));
    return stations.get(random.nextInt(stations.size()));
  }

  private static double floor(double kwh) {
    return Math.floor(100 * kwh) / 100;
  }

  /** Its rows of the table. */
  static String rows(Commuter vehicle, List<PlacedFeeder> feeders) {
    StringBuilder rows = new StringBuilder();
    for (Stay stay : vehicle.stays()) {
      Powers powers = stay.powers();
      boolean feedsBack = powers.mostBackKw() > 0;
      rows.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%s,%s,%s,%d,%d,%s,%s,%s,%s,%s,%s,%s,%s\n",
              vehicle.id(),
              vehicle.batteryKwh(),
              vehicle.minEnergyKwh(),
              vehicle.startEnergyKwh(),
              vehicle.endEnergyKwh(),
              feeders.get(stay.feeder()).id(),
              stay.station(),
              stay.arrival(),
              stay.departure(),
              stay.departEnergyKwh(),
              stay.usedKwh(),
              powers.leastKw(),
              powers.mostKw(),
              powers.efficiency(),
              feedsBack ? powers.leastBackKw() : "",
              feedsBack ? powers.mostBackKw() : "",
              feedsBack ? powers.efficiencyBack() : ""));
    }
    return rows.toString();
  }
}
