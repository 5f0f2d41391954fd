package io.evenflow.method;

import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.scenario.Scenario;

/**
 * What missing a limit by 1 kW costs the optimiser for a period, in the scenario's own money:
 * limits are elastic there, so that there is an answer to everything.
 */
final class MissCost {
  private static final double FIRST_FACTOR = 5;

  /** A hard target may be worth any price; beyond this many times that of energy it is not. */
  private static final double HARD_FACTOR = 1000;

  /**
   * A kilowatt at a station moves a voltage or a flow elsewhere by less than a kilowatt through the
   * whole path to there, so keeping a limit may be worth this many times the kilowatts it takes.
   */
  private static final double LEVERAGE = 20;

  /** Missing a limit by less never pays, even where that lets a whole minimum power run. */
  private static final double LEAST_MISS_KW = 0.01;

  private MissCost() {}

  /** A few times the price of energy: what limits are worth on most days, and mild. */
  static double first(Scenario scenario) {
    return scenario.horizon().stepHours() * FIRST_FACTOR * energyPerKwh(scenario);
  }

  /** Above every marginal value of power at a station: what a shortfall can be worth, and more. */
  static double most(Scenario scenario) {
    double most = FIRST_FACTOR * energyPerKwh(scenario);
    for (Session session : scenario.sessions()) {
      Double shortfall = session.shortfallCostPerKwh();
      double worth = shortfall == null ? HARD_FACTOR * energyPerKwh(scenario) : shortfall;
      most = Math.max(most, worth);
    }
    return scenario.horizon().stepHours() * LEVERAGE * most;
  }

  /**
   * Above what missing a limit a little can save at once: a minimum power runs or it does not, and
   * is worth its energy however little of it is too much for the limit.
   */
  static double evenForMinimumPowers(Scenario scenario) {
    double greatestMinimum = 0;
    for (Session session : scenario.sessions()) {
      greatestMinimum = Math.max(greatestMinimum, session.charger().charge().minKw());
      PowerRange discharge = session.charger().discharge();
      greatestMinimum = Math.max(greatestMinimum, discharge == null ? 0 : discharge.minKw());
    }
    return most(scenario) * Math.max(1, greatestMinimum / (LEVERAGE * LEAST_MISS_KW));
  }

  /** The dearest kWh at the stations and at the substation together; above 0. */
  private static double energyPerKwh(Scenario scenario) {
    double most = 0;
    for (int t = 0; t < scenario.periods(); t++) {
      double generation = 0;
      for (int g = 0; g < scenario.feeder().generators().size(); g++) {
        double mw = scenario.feeder().generators().get(g).activeMaxMw();
        var cost = scenario.generationCost(g, t);
        double at = Double.isFinite(mw) ? Math.min(mw, 100) : 100;
        generation = Math.max(generation, Math.abs(cost.perHour(at + 1) - cost.perHour(at)) / 1000);
      }
      most = Math.max(most, Math.abs(scenario.prices().perKwh(t)) + generation);
    }
    return most > 0 ? most : 1;
  }
}
