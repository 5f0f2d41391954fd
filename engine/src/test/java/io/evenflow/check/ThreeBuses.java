package io.evenflow.check;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.Bus;
import io.evenflow.grid.BusType;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feeder small enough for pencil and paper, on 10 MVA.
 *
 * <pre>
 *   grid, 60 per MWh             1 MW load           500 kW wind, 20 per MWh
 *   (1)────────────────────────────(2)────────────────────────(3)
 *   1 p.u.        r = 0.1 p.u.             r = 0.1 p.u.      vehicles
 * </pre>
 *
 * Three periods of an hour, 30, 60 and −10 per MWh.
 */
final class ThreeBuses {
  static final String START = "2024-04-09T00:00:00+02:00";
  static final Charger CHARGER =
      new Charger(new PowerRange(10, 100), 0.8, new PowerRange(8, 16), 0.8);

  private static final Generator GRID = generator(1, 0, 10, 60);

  private ThreeBuses() {}

  static Session session(int arrival, int departure, double target, @Nullable Double cost) {
    return new Session("ev1", "park", arrival, departure, 100, 10, 50, target, cost, CHARGER);
  }

  static Scenario scenario(Limits limits, Session session) {
    return new Scenario(
        "three",
        "EUR",
        "three",
        network(),
        new Horizon(OffsetDateTime.parse(START), 3, 60),
        DayAheadPrices.of(30, 60, -10),
        Loads.flat(3),
        List.of(),
        limits,
        null,
        List.of(new Station("park", 3, CHARGER)),
        List.of(session));
  }

  static Network network() {
    return network(List.of(GRID, generator(3, 0, 0.5, 20)));
  }

  /** The same without the wind. */
  static Network networkWithoutWind() {
    return network(List.of(GRID));
  }

  private static Network network(List<Generator> generators) {
    return new Network(
        "three",
        10,
        List.of(bus(1, BusType.SUBSTATION, 0), bus(2, BusType.LOAD, 1), bus(3, BusType.LOAD, 0)),
        generators,
        List.of(branch(1, 2), branch(2, 3)),
        List.of());
  }

  private static Bus bus(int number, BusType type, double loadMw) {
    return new Bus(number, type, loadMw, 0, 0, 0, 1, 0, 12.66, 0.9, 1.1);
  }

  private static Generator generator(int bus, double minMw, double maxMw, double costPerMwh) {
    return new Generator(
        bus, 0, 0, -5, 5, 1, minMw, maxMw, true, new GenerationCost.Polynomial(0, costPerMwh, 0));
  }

  private static Branch branch(int from, int to) {
    return new Branch(from, to, 0.1, 0, 0, Double.POSITIVE_INFINITY, 1, 0, true);
  }

  /**
   * Where nothing flows between buses 2 and 3, bus 2 draws 0.1 p.u. over 0.1 p.u.: V = (1 + √(1 −
   * 4·0.1·0.1))/2.
   */
  static double voltageOfBusTwo() {
    return (1 + Math.sqrt(0.96)) / 2;
  }

  /** Import that goes with it: 10 MVA·(1 − V)/0.1. Unit: kW. */
  static double importKw() {
    return 10_000 * (1 - voltageOfBusTwo()) / 0.1;
  }

  /** The vehicle's power comes from the wind beside it, so that only bus 2 draws from the grid. */
  static Dispatch dispatch(double[] chargeKw, double[] dischargeKw) {
    double[] windKw = new double[3];
    for (int t = 0; t < 3; t++) {
      windKw[t] = chargeKw[t] - dischargeKw[t];
    }
    double[] gridKw = {importKw(), importKw(), importKw()};
    return new Dispatch(
        new double[][] {chargeKw},
        new double[][] {dischargeKw},
        new double[][] {gridKw, windKw},
        new double[2][3],
        new double[] {1, 1, 1});
  }
}
