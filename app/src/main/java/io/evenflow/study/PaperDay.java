package io.evenflow.study;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.BranchScaling;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Feeder;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a day of the paper's setup; the same setup and seed give the same day. */
public final class PaperDay {
  /**
   * 10–20 kW and efficiency 0.8 are the battery's side in the paper; at the meter that is 12.5–25
   * kW drawn and 8–16 kW fed in.
   */
  static final Charger CHARGER =
      new Charger(new PowerRange(12.5, 25), 0.8, new PowerRange(8, 16), 0.8);

  /** A branch's impedance keeps at least this part: noise must not turn its sign. */
  private static final double LEAST_FACTOR = 0.1;

  private final PaperSetup setup;
  private final long seed;
  private final Horizon horizon;
  private final Feeder feeder;

  private PaperDay(PaperSetup setup, long seed) {
    this.setup = setup;
    this.seed = seed;
    horizon = new Horizon(DaySeries.start(), setup.periods(), setup.stepMinutes());
    feeder = Feeder.of(setup.network());
  }

  /** The day of a seed. */
  public static Scenario of(PaperSetup setup, long seed) {
    return new PaperDay(setup, seed).scenario();
  }

  private Scenario scenario() {
    List<Station> stations =
        setup.stations().stream().map(bus -> new Station("bus" + bus, bus, CHARGER)).toList();
    return new Scenario(
        setup.network().name() + "-seed" + seed,
        "EUR",
        setup.feederCase(),
        setup.network(),
        horizon,
        prices(),
        loads(),
        branchScaling(),
        Limits.OF_THE_CASE,
        substationCost(),
        stations,
        sessions(stations));
  }

  private double @Nullable [] substationCost() {
    if (setup.substationCostPerMwh() == null) {
      return null;
    }
    double[] costs = new double[horizon.periods()];
    Arrays.fill(costs, setup.substationCostPerMwh());
    return costs;
  }

  private DayAheadPrices prices() {
    Draws draws = new Draws(seed, "prices");
    double[] prices = DaySeries.prices(horizon);
    for (int t = 0; t < prices.length; t++) {
      prices[t] = Draws.rounded(prices[t] + draws.normal(setup.priceNoise()), 4);
    }
    return DayAheadPrices.of(prices);
  }

  private Loads loads() {
    Draws draws = new Draws(seed, "loads");
    double[] scale = setup.loadProfile().scale(horizon);
    List<Loads.Adjustment> adjustments = new ArrayList<>();
    if (setup.loadNoiseKw() > 0) {
      for (Bus bus : setup.network().buses()) {
        if (bus.activeLoadMw() > 0) {
          adjustments.add(noise(bus, scale, draws));
        }
      }
    }
    return new Loads(scale, adjustments);
  }

  /** Noise on the active load alone; it never makes a load feed in. */
  private Loads.Adjustment noise(Bus bus, double[] scale, Draws draws) {
    double[] activeKw = new double[scale.length];
    for (int t = 0; t < activeKw.length; t++) {
      double load = 1000 * bus.activeLoadMw() * scale[t];
      activeKw[t] = Draws.rounded(Math.max(-load, draws.normal(setup.loadNoiseKw())), 4) + 0.0;
    }
    return new Loads.Adjustment(bus.number(), activeKw, new double[scale.length]);
  }

  /** One factor a branch, for resistance and reactance: its length is what is uncertain. */
  private List<BranchScaling> branchScaling() {
    Draws draws = new Draws(seed, "branches");
    List<BranchScaling> scalings = new ArrayList<>();
    if (setup.branchNoise() > 0) {
      for (int i = 1; i < feeder.busCount(); i++) {
        double factor =
            Draws.rounded(Math.max(LEAST_FACTOR, 1 + draws.normal(setup.branchNoise())), 4);
        scalings.add(
            new BranchScaling(feeder.branch(i).from(), feeder.branch(i).to(), factor, factor));
      }
    }
    return scalings;
  }

  private List<Session> sessions(List<Station> stations) {
    Draws draws = new Draws(seed, "fleet");
    List<Session> sessions = new ArrayList<>();
    for (int t = 0; t < horizon.periods(); t++) {
      int vehicles = draws.whole(setup.vehiclesPerPeriod());
      for (int k = 0; k < vehicles; k++) {
        arrive(t, stations, draws, sessions);
      }
    }
    return sessions;
  }

  private void arrive(int arrival, List<Station> stations, Draws draws, List<Session> sessions) {
    Station station = stations.get(draws.whole(new Range(0, stations.size() - 1)));
    double hours = draws.whole(inWholeHours(setup.stayHours()));
    double arrivalCharge = draws.uniform(setup.arrivalCharge());
    int stay = Math.max(1, (int) Math.round(hours / horizon.stepHours()));
    int departure = Math.min(horizon.periods(), arrival + stay);
    boolean isWhole = departure == arrival + stay;
    if (!isWhole && setup.lateArrivals() == LateArrivals.SKIP) {
      return;
    }
    double energyKwh = Draws.rounded(arrivalCharge * setup.batteryKwh(), 2);
    sessions.add(
        new Session(
            "ev" + (sessions.size() + 1),
            station.id(),
            arrival,
            departure,
            setup.batteryKwh(),
            0,
            energyKwh,
            setup.batteryKwh(),
            Session.DEFAULT_SHORTFALL_COST_PER_KWH,
            station.charger()));
  }

  private static Range inWholeHours(Range hours) {
    double min = Math.ceil(hours.min());
    return new Range(min, Math.max(min, Math.floor(hours.max())));
  }
}
