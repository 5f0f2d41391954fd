package io.evenflow.method;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.fleet.Vehicle.Stay;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Scenario;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return FIRST_FACTOR
        * (scenario.horizon().stepHours() * energyPerKwh(scenario) + peaksPerKw(scenario));
  }

  /** Above every marginal value of power at a station: what a shortfall can be worth, and more. */
  static double most(Scenario scenario) {
    double most = FIRST_FACTOR * energyPerKwh(scenario);
    for (Session session : scenario.sessions()) {
      boolean isHard = session.details().minDepartureEnergyKwh() > 0;
      most = Math.max(most, worth(scenario, isHard ? null : session.shortfallCostPerKwh()));
      most = Math.max(most, session.details().valueAtEndPerKwh());
    }
    for (Vehicle vehicle : scenario.vehicles()) {
      most = Math.max(most, worth(scenario, vehicle.shortfallCostPerKwh()));
    }
    for (Battery battery : scenario.batteries()) {
      boolean isHard = battery.endEnergyKwh() != null;
      most = Math.max(most, isHard ? worth(scenario, null) : battery.endValuePerKwh());
    }
    return LEVERAGE * (scenario.horizon().stepHours() * most + peaksPerKw(scenario));
  }

  private static double worth(Scenario scenario, @Nullable Double shortfallCostPerKwh) {
    return shortfallCostPerKwh == null ? HARD_FACTOR * energyPerKwh(scenario) : shortfallCostPerKwh;
  }

  /** What one kW more can cost as a highest import. */
  private static double peaksPerKw(Scenario scenario) {
    double sum = 0;
    for (Station station : scenario.stations()) {
      sum = Math.max(sum, perKw(station.site().peakCharge()));
    }
    for (Group group : scenario.groups()) {
      sum += perKw(group.peakCharge());
    }
    return sum + perKw(scenario.substation().peakCharge());
  }

  private static double perKw(@Nullable PeakCharge charge) {
    return charge == null ? 0 : charge.perKw();
  }

  /**
   * Above what missing a limit a little can save at once: a minimum power runs or it does not, and
   * is worth its energy however little of it is too much for the limit.
   */
  static double evenForMinimumPowers(Scenario scenario) {
    double greatestMinimum = chargers(scenario).mapToDouble(MissCost::minimumKw).max().orElse(0);
    for (Session session : scenario.sessions()) {
      for (double step : session.details().powerStepsKw()) {
        greatestMinimum = Math.max(greatestMinimum, step);
      }
    }
    return most(scenario) * Math.max(1, greatestMinimum / (LEVERAGE * LEAST_MISS_KW));
  }

  private static Stream<Charger> chargers(Scenario scenario) {
    return Stream.of(
            scenario.sessions().stream().map(Session::charger),
            scenario.vehicles().stream().flatMap(v -> v.stays().stream()).map(Stay::charger),
            scenario.batteries().stream().map(Battery::charger))
        .flatMap(each -> each);
  }

  private static double minimumKw(Charger charger) {
    PowerRange discharge = charger.discharge();
    return Math.max(charger.charge().minKw(), discharge == null ? 0 : discharge.minKw());
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
      for (Station station : scenario.stations()) {
        Tariff tariff = station.site().tariff();
        double bought = tariff == null ? 0 : Math.abs(tariff.importPerMwh().at(t)) / 1000;
        double sold = tariff == null ? 0 : Math.abs(tariff.exportPerMwh().at(t)) / 1000;
        most = Math.max(most, Math.max(bought, sold) + generation);
      }
    }
    return most > 0 ? most : 1;
  }
}
