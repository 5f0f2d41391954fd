package io.evenflow.method;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Generator;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in which nothing has a price: all that is left of it are its limits. Its resources and
 * rows stay the same.
 */
final class Costless {
  private Costless() {}

  static Scenario of(Scenario scenario) {
    List<Generator> generators =
        scenario.network().generators().stream()
            .map(generator -> generator.withCost(GenerationCost.ZERO))
            .toList();
    return new Scenario(
        scenario.name(),
        scenario.currency(),
        scenario.feederCase(),
        scenario.network().withGenerators(generators),
        scenario.horizon(),
        DayAheadPrices.of(new double[scenario.periods()]),
        scenario.loads(),
        scenario.branchScaling(),
        scenario.limits(),
        null,
        stations(scenario),
        scenario.sessions().stream().map(Costless::withoutPrice).toList(),
        equipment(scenario));
  }

  static List<Station> stations(Scenario scenario) {
    return scenario.stations().stream().map(Costless::withoutPrice).toList();
  }

  private static Station withoutPrice(Station station) {
    Station.Site site = station.site();
    return new Station(
        station.id(),
        station.bus(),
        station.charger(),
        new Station.Site(
            withoutPrice(site.tariff()),
            site.loadKw(),
            site.connection(),
            site.plugs(),
            withoutPrice(site.peakCharge())));
  }

  static Equipment equipment(Scenario scenario) {
    Substation substation = scenario.substation();
    return new Equipment(
        new Substation(
            null,
            substation.importLimitKw(),
            substation.exportLimitKw(),
            withoutPrice(substation.peakCharge())),
        scenario.groups().stream().map(Costless::withoutPrice).toList(),
        scenario.solar(),
        scenario.batteries().stream().map(Costless::withoutPrice).toList(),
        scenario.vehicles().stream().map(Costless::withoutPrice).toList(),
        null);
  }

  private static Group withoutPrice(Group group) {
    return new Group(
        group.id(), group.stations(), group.connection(), withoutPrice(group.peakCharge()));
  }

  private static Battery withoutPrice(Battery battery) {
    return new Battery(
        battery.id(),
        battery.location(),
        battery.capacityKwh(),
        battery.minEnergyKwh(),
        battery.startEnergyKwh(),
        battery.endEnergyKwh(),
        0,
        battery.charger(),
        0);
  }

  private static Vehicle withoutPrice(Vehicle vehicle) {
    return vehicle.hasHardTargets() ? vehicle : vehicle.withShortfallCost(0.0);
  }

  /** A hard target stays hard. */
  private static Session withoutPrice(Session session) {
    SessionDetails details = session.details();
    Session free =
        session.withDetails(
            new SessionDetails(
                details.targets(),
                0,
                0,
                0,
                0,
                details.minimumRunPeriods(),
                details.powerStepsKw(),
                details.chargingCurve(),
                details.chargingNow(),
                details.minDepartureEnergyKwh()));
    return free.hasHardTarget() ? free : free.withShortfallCost(0.0);
  }

  private static @Nullable Tariff withoutPrice(@Nullable Tariff tariff) {
    if (tariff == null) {
      return null;
    }
    Series free = Series.constant(tariff.periods(), 0);
    return new Tariff(free, free);
  }

  private static @Nullable PeakCharge withoutPrice(@Nullable PeakCharge charge) {
    return charge == null ? null : new PeakCharge(0, charge.soFarKw());
  }
}
