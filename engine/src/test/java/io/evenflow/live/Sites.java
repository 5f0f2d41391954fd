package io.evenflow.live;

import static io.evenflow.fleet.Solar.Reactive.NONE;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Sites of eight hours on 1 MVA, from midnight; energy costs 60 EUR/MWh at the substation.
 *
 * <pre>
 * substation [1] --- 2 (100 kW, station a) --- 3 (50 kW, station b: feeds in, too)
 * </pre>
 *
 * Chargers have 50 kW without losses; b's feed in with up to 20 kW.
 */
final class Sites {
  static final OffsetDateTime MIDNIGHT = OffsetDateTime.parse("2024-04-09T00:00:00Z");

  private static final String FEEDER =
      """
      function mpc = three
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0    0 0 0 1 1 0 12.66 1 1   1;
        2 1 0.1  0 0 0 1 1 0 12.66 1 1.1 0.9;
        3 1 0.05 0 0 0 1 1 0 12.66 1 1.1 0.9;
      ];
      mpc.gen = [1 0 0 2 -2 1 1 1 2 0];
      mpc.branch = [
        1 2 0.02 0.02 0 RATING 0 0 0 0 1 -360 360;
        2 3 0.02 0.02 0 0 0 0 0 0 1 -360 360;
      ];
      mpc.gencost = [2 0 0 2 60 0];
      """;

  private Sites() {}

  static Scenario day(double... pricesPerMwh) {
    return day("0", pricesPerMwh);
  }

  /**
   * The same with, at station b, which buys at the prices and sells for nothing, a building of 10
   * kW, a roof, a battery of 40 kWh and a van: it is there for three hours, drives an hour for 15
   * kWh, comes back for four and wants 30 kWh then.
   */
  static Scenario withAssets(double... pricesPerMwh) {
    Scenario day = day(pricesPerMwh);
    int periods = pricesPerMwh.length;
    Tariff tariff = new Tariff(Series.of(pricesPerMwh), Series.constant(periods, 0));
    Station plain = day.stations().getLast();
    Station.Site site =
        new Station.Site(tariff, Series.constant(periods, 10), Connection.UNLIMITED, null, null);
    Station b = new Station("b", plain.bus(), plain.charger(), site);
    PowerRange twenty = new PowerRange(0, 20);
    Charger both = new Charger(twenty, 1, twenty, 1);
    Charger oneWay = new Charger(twenty, 1, null, 1);
    Location at = Location.station("b");
    Equipment equipment =
        new Equipment(
            Substation.OF_THE_CASE,
            List.of(),
            List.of(new Solar("roof", at, Series.constant(periods, 0), true, null, NONE, 1)),
            List.of(new Battery("store", at, 40, 0, 0, null, 0, both, 0)),
            List.of(
                new Vehicle(
                    "van",
                    60,
                    0,
                    10,
                    30,
                    1.0,
                    List.of(
                        new Vehicle.Stay("b", 0, 3, 0, 0, oneWay),
                        new Vehicle.Stay("b", 4, 8, 30, 15, oneWay)))),
            null);
    return day.withStations(List.of(day.stations().getFirst(), b)).withEquipment(equipment);
  }

  /** The branch to bus 2 carries so many MVA. */
  static Scenario rated(double mva, double... pricesPerMwh) {
    return day(Double.toString(mva), pricesPerMwh);
  }

  private static Scenario day(String rating, double... pricesPerMwh) {
    int periods = pricesPerMwh.length;
    PowerRange power = new PowerRange(0, 50);
    return new Scenario(
        "site",
        "EUR",
        "three",
        MatpowerReader.read("three", FEEDER.replace("RATING", rating)),
        new Horizon(MIDNIGHT, periods, 60),
        DayAheadPrices.of(pricesPerMwh),
        Loads.flat(periods),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(
            new Station("a", 2, new Charger(power, 1, null, 1)),
            new Station("b", 3, new Charger(power, 1, new PowerRange(0, 20), 1))),
        List.of());
  }

  /** An hour of the day; what is no time any more is the last one there is. */
  static Instant at(double hour) {
    if (!(Math.abs(hour) < 1e9)) {
      return Instant.MAX;
    }
    return MIDNIGHT.toInstant().plusSeconds(Math.round(3600 * hour));
  }

  static Event.Arrived arrived(
      double hour, String id, String station, double departure, double energy, double target) {
    return new Event.Arrived(at(hour), id, station, at(departure), 200, energy, target, null);
  }

  /** The state after events that must all be applied. */
  static SiteState after(SiteState state, Event... events) {
    SiteState next = state;
    for (Event event : events) {
      Applied applied = next.apply(event);
      if (applied.refusal() != null) {
        throw new AssertionError(applied.refusal());
      }
      next = applied.state();
    }
    return next;
  }
}
