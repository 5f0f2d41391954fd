package io.evenflow.study;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Bus;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws days of large fleets for scale: everyday charging of about 10 kWh at 3.7–11 kW. A thousand
 * sessions are 10 MWh a day, 0.4 MW on average, which case141 (12 MW) carries many times over.
 */
public final class FleetDay {
  private static final int PERIODS = 96;
  private static final int STEP_MINUTES = 15;

  /** One phase at 16 A up to three; semi-continuous from the standard's least current, 6 A. */
  private static final double[] POWERS_KW = {3.7, 7.4, 11};

  private static final double LEAST_KW = 1.4;
  private static final double EFFICIENCY = 0.9;
  private static final double BATTERY_KWH = 60;
  private static final Range STAY_PERIODS = new Range(16, 48);
  private static final Range NEED_KWH = new Range(6, 14);
  private static final Range ARRIVAL_KWH = new Range(10, 40);

  private final FleetSetup setup;
  private final long seed;
  private final Horizon horizon = new Horizon(DaySeries.start(), PERIODS, STEP_MINUTES);

  private FleetDay(FleetSetup setup, long seed) {
    this.setup = setup;
    this.seed = seed;
  }

  /** The day of a seed. */
  public static Scenario of(FleetSetup setup, long seed) {
    FleetDay day = new FleetDay(setup, seed);
    Scenario free = day.scenario(Limits.OF_THE_CASE);
    return setup.congested() ? day.scenario(TightLimits.of(free)) : free;
  }

  private Scenario scenario(Limits limits) {
    List<Station> stations = stations();
    return new Scenario(
        "%s-%d-sessions%s"
            .formatted(
                setup.network().name(), setup.sessions(), setup.congested() ? "-congested" : ""),
        "EUR",
        setup.feederCase(),
        setup.network(),
        horizon,
        DayAheadPrices.of(DaySeries.prices(horizon)),
        new Loads(LoadProfile.defaultOf(setup.feederCase()).scale(horizon), List.of()),
        List.of(),
        limits,
        substationCost(),
        stations,
        sessions(stations));
  }

  private double @Nullable [] substationCost() {
    Double cost = setup.substationCostPerMwh();
    if (cost == null) {
      return null;
    }
    double[] costs = new double[PERIODS];
    Arrays.fill(costs, cost);
    return costs;
  }

  private List<Station> stations() {
    List<Bus> loaded =
        setup.network().buses().stream().filter(bus -> bus.activeLoadMw() > 0).toList();
    int count = Math.min(setup.stations(), loaded.size());
    List<Station> stations = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int bus = loaded.get((2 * k + 1) * loaded.size() / (2 * count)).number();
      stations.add(new Station("bus" + bus, bus, charger(POWERS_KW[POWERS_KW.length - 1])));
    }
    return stations;
  }

  private static Charger charger(double greatestKw) {
    return new Charger(new PowerRange(LEAST_KW, greatestKw), EFFICIENCY, null, 1);
  }

  private List<Session> sessions(List<Station> stations) {
    Draws draws = new Draws(seed, "fleet");
    List<Session> sessions = new ArrayList<>();
    for (int s = 0; s < setup.sessions(); s++) {
      int stay = draws.whole(STAY_PERIODS);
      int arrival = draws.whole(new Range(0, PERIODS - stay));
      double energyKwh = Draws.rounded(draws.uniform(ARRIVAL_KWH), 2);
      double targetKwh = Draws.rounded(energyKwh + draws.uniform(NEED_KWH), 2);
      Station station = stations.get(draws.whole(new Range(0, stations.size() - 1)));
      double powerKw = POWERS_KW[draws.whole(new Range(0, POWERS_KW.length - 1))];
      sessions.add(
          new Session(
              "ev" + (s + 1),
              station.id(),
              arrival,
              arrival + stay,
              BATTERY_KWH,
              0,
              energyKwh,
              targetKwh,
              Session.DEFAULT_SHORTFALL_COST_PER_KWH,
              charger(powerKw)));
    }
    return sessions;
  }
}
