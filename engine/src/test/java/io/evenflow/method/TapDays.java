package io.evenflow.method;

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
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.SubstationVoltage;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Days of three hours on 1 MVA whose substation has a tap between 0.95 and 1.05 p.u.:
 *
 * <pre>
 * substation [1] --- 2 --- 3      load at 2 and 3; sun, a shunt and vehicles at 3
 * </pre>
 *
 * Vehicles charge with {@value #CHARGE_KW} kW or not at all. Energy has a negative price now and
 * then, so that losses pay; the sun of one hour asks for a low voltage, the load of another for a
 * high one.
 */
final class TapDays {
  static final int PERIODS = 3;
  static final int VEHICLES = 2;
  static final double CHARGE_KW = 60;

  private TapDays() {}

  static Scenario next(RandomGenerator random, boolean perPeriod) {
    double[] sunKw = new double[PERIODS];
    sunKw[random.nextInt(PERIODS)] = random.nextBoolean() ? -random.nextDouble(100, 500) : 0;
    Loads.Adjustment sun = new Loads.Adjustment(3, sunKw, new double[PERIODS]);
    double tight = random.nextDouble(0.02, 0.06);
    return new Scenario(
        "taps",
        "EUR",
        "taps",
        network(random),
        new Horizon(OffsetDateTime.parse("2024-04-09T00:00:00+02:00"), PERIODS, 60),
        DayAheadPrices.of(random.doubles(PERIODS, -20, 120).toArray()),
        new Loads(random.doubles(PERIODS, 0.3, 1.5).toArray(), List.of(sun)),
        List.of(),
        new Limits(
            1 - tight, 1 + tight, 0.5, List.of(), new SubstationVoltage(0.95, 1.05, perPeriod)),
        random.doubles(PERIODS, -40, 100).toArray(),
        List.of(new Station("s", 3, charger())),
        sessions(random));
  }

  private static Network network(RandomGenerator random) {
    double conductance = random.nextBoolean() ? random.nextDouble(0.05) : 0;
    double susceptance = random.nextInt(3) == 0 ? random.nextDouble(0.3) : 0;
    GenerationCost cost = new GenerationCost.Polynomial(0, 20, 0);
    Generator grid = new Generator(1, 0, 0, -2, 2, 1, 0, 2, true, cost);
    return new Network(
        "taps",
        1,
        List.of(
            bus(1, 0, 0, 0),
            bus(2, random.nextDouble(0.02, 0.15), 0, 0),
            bus(3, random.nextDouble(0.02, 0.15), conductance, susceptance)),
        List.of(grid),
        List.of(branch(random, 1), branch(random, 2)),
        List.of());
  }

  private static Bus bus(int number, double load, double conductance, double susceptance) {
    BusType type = number == 1 ? BusType.SUBSTATION : BusType.LOAD;
    return new Bus(number, type, load, load / 3, conductance, susceptance, 1, 0, 12.66, 1, 1);
  }

  private static Branch branch(RandomGenerator random, int from) {
    double r = random.nextDouble(0.02, 0.1);
    double x = random.nextDouble(0.02, 0.1);
    return new Branch(from, from + 1, r, x, 0, Double.POSITIVE_INFINITY, 1, 0, true);
  }

  private static Charger charger() {
    return new Charger(new PowerRange(CHARGE_KW, CHARGE_KW), 1, null, 1);
  }

  /** Each wants one or two hours of charging. */
  private static List<Session> sessions(RandomGenerator random) {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < VEHICLES; i++) {
      double target = CHARGE_KW * (1 + random.nextInt(2));
      sessions.add(new Session("ev" + i, "s", 0, PERIODS, 200, 0, 0, target, 0.2, charger()));
    }
    return sessions;
  }
}
