package io.evenflow.city.portfolio;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Network;
import io.evenflow.io.BuiltInDays;
import io.evenflow.io.ScenarioReader;
import io.evenflow.io.matpower.BuiltInCases;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The day of a feeder: read, or drawn from real pieces: a feeder of the literature, the standard
 * load profile of a working day in April, the prices of 9 April 2024, which the substation pays for
 * all it draws, vehicles' energy included.
 */
public final class FeederDay {
  /** The built-in day whose prices and loads are hourly figures of 9 April 2024. */
  private static final String PATTERN = "case69-day";

  private static final int MINUTES_PER_HOUR = 60;

  /** Cases are small text files; each is parsed once in a process. */
  private static final Map<String, Network> CASES = new ConcurrentHashMap<>();

  private static final Scenario DAY = BuiltInDays.read(PATTERN);

  private FeederDay() {}

  /**
   * The day of a feeder.
   *
   * @param folder of the portfolio
   * @throws io.evenflow.io.InputException where its scenario cannot be read
   */
  public static Scenario of(PlacedFeeder feeder, Path folder, Horizon horizon) {
    return feeder.isDrawn()
        ? drawn(feeder, horizon)
        : ScenarioReader.read(folder.resolve(feeder.scenario()));
  }

  /** Start of the day whose prices and loads are drawn from. */
  static Horizon pattern(int stepMinutes) {
    Horizon hourly = DAY.horizon();
    int periods = hourly.periods() * hourly.stepMinutes() / stepMinutes;
    return new Horizon(hourly.start(), periods, stepMinutes);
  }

  private static Scenario drawn(PlacedFeeder feeder, Horizon horizon) {
    Network network = CASES.computeIfAbsent(feeder.feederCase(), BuiltInCases::read);
    double[] scale = over(horizon, DAY.loads().scale());
    Arrays.setAll(scale, t -> feeder.loadScale() * scale[t]);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(feeder.seed());
    List<Station> stations = stations(network, feeder.stations());
    DrawnSessions draws = new DrawnSessions(random, horizon, stations);
    List<Session> sessions = new ArrayList<>(feeder.sessions());
    for (int s = 1; s <= feeder.sessions(); s++) {
      sessions.add(draws.draw(s));
    }
    return new Scenario(
        feeder.id(),
        DAY.currency(),
        feeder.feederCase(),
        network,
        horizon,
        DayAheadPrices.of(new double[horizon.periods()]),
        new Loads(scale, List.of()),
        List.of(),
        Limits.OF_THE_CASE,
        over(horizon, DAY.prices().toArray()),
        stations,
        sessions);
  }

  /** The hour's figure in each period of it; a longer horizon sees the day again. */
  private static double[] over(Horizon horizon, double[] hourly) {
    double[] figures = new double[horizon.periods()];
    Arrays.setAll(
        figures, t -> hourly[t * horizon.stepMinutes() / MINUTES_PER_HOUR % hourly.length]);
    return figures;
  }

  /** At buses with a load, evenly along the case file. */
  private static List<Station> stations(Network network, int wanted) {
    List<Bus> loaded = network.buses().stream().filter(bus -> bus.activeLoadMw() > 0).toList();
    int count = Math.clamp(wanted, 1, loaded.size());
    List<Station> stations = new ArrayList<>(count);
    for (int k = 0; k < count; k++) {
      int bus = loaded.get((2 * k + 1) * loaded.size() / (2 * count)).number();
      stations.add(new Station("bus" + bus, bus, DrawnSessions.ofStations()));
    }
    return stations;
  }

  /** Ids of a drawn feeder's stations. */
  static List<String> stations(PlacedFeeder feeder) {
    Network network = CASES.computeIfAbsent(feeder.feederCase(), BuiltInCases::read);
    return stations(network, feeder.stations()).stream().map(Station::id).toList();
  }

  /** Highest load of a feeder without vehicles and losses by period. Unit: kW. */
  static double[] loadKw(PlacedFeeder feeder, Horizon horizon) {
    Network network = CASES.computeIfAbsent(feeder.feederCase(), BuiltInCases::read);
    double mw = network.buses().stream().mapToDouble(Bus::activeLoadMw).sum();
    double[] load = over(horizon, DAY.loads().scale());
    Arrays.setAll(load, t -> 1000 * mw * feeder.loadScale() * load[t]);
    return load;
  }
}
