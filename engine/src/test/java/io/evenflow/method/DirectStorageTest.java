package io.evenflow.method;

import static io.evenflow.method.AssetDay.charger;
import static io.evenflow.method.DirectAssets.assertOptimum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.ChargingCurve.Point;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Station.Site;
import io.evenflow.fleet.Vehicle;
import io.evenflow.fleet.Vehicle.Stay;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Scenario;
import io.evenflow.time.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batteries, vehicles of several stays and sessions' details, one a day; optima by hand. */
class DirectStorageTest {
  /** 50 kW, 100 kWh, empty; a fifth of what is charged is lost. */
  private static Battery battery(
      Location location, @Nullable Double endKwh, double endValue, double throughput) {
    PowerRange range = new PowerRange(0, 50);
    return new Battery(
        "b", location, 100, 0, 0, endKwh, endValue, new Charger(range, 0.8, range, 1), throughput);
  }

  /** 50 kWh for 0.10 become 40 for 0.30, at 0.01 a kWh each way; stations' prices are not its. */
  @ParameterizedTest
  @CsvSource({
    "bus, scip",
    "station, scip",
    "station, scip-ac",
    "bus, outer-approximation",
    "bus, certified",
    "station, certified"
  })
  void aBatterySettlesAtTheSubstation(String where, String engine) {
    Location location = where.equals("bus") ? Location.bus(2) : Location.station("a");
    Scenario day =
        AssetDay.ofHours(2)
            .load(100, 100)
            .generation(100, 300)
            .dayAhead(999, 0)
            .battery(battery(location, 0.0, 0, 0.01))
            .build();
    Cost cost = assertOptimum(day, engine, 10 + 5 + 30 - 12 + 0.9);
    assertThat(cost.wear()).isCloseTo(0.9, within(1e-5));
  }

  /** 40 kWh are worth 14 EUR at the end and cost 5 in the first hour; 40 more would cost 15. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void whatIsLeftInABatteryHasAValue(String engine) {
    Scenario day =
        AssetDay.ofHours(2)
            .load(100, 100)
            .generation(100, 300)
            .battery(battery(Location.bus(2), null, 0.35, 0))
            .build();
    Cost cost = assertOptimum(day, engine, 10 + 5 + 30 - 14);
    assertThat(cost.stored()).isCloseTo(-14, within(1e-4));
  }

  /** Behind a meter with a tariff it shifts what the building buys: 40 of 60 kWh. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aBatteryBehindATariff(String engine) {
    Tariff tariff = new Tariff(Series.of(100, 300), Series.of(0, 0));
    Scenario day =
        AssetDay.ofHours(2)
            .stationA(new Site(tariff, Series.of(0, 60), Connection.UNLIMITED, null, null))
            .battery(battery(Location.station("a"), 0.0, 0, 0))
            .build();
    assertOptimum(day, engine, 5 + 6);
  }

  /**
   * 10 kWh, 30 kW, 30 kWh wanted at the end:
   *
   * <pre>
   * hour      0          1         2          3
   * at        a       on the road  b          b
   * price    0.10      used       0.30       0.20
   * </pre>
   *
   * Of 20 kWh used all are charged before; of 50, 10 are missing at 1 EUR.
   */
  @ParameterizedTest
  @CsvSource({
    "20, 5, scip",
    "20, 5, scip-ac",
    "20, 5, certified",
    "50, 19, scip",
    "50, 19, scip-ac",
    "50, 19, certified"
  })
  void aVehicleChargesWhereTheTourIsCheapest(double usedKwh, double optimum, String engine) {
    Vehicle van =
        new Vehicle(
            "van",
            100,
            0,
            10,
            30,
            1.0,
            List.of(
                new Stay("a", 0, 1, 0, 0, charger(30)),
                new Stay("b", 2, 4, 0, usedKwh, charger(30))));
    Scenario day = AssetDay.ofHours(4).dayAhead(100, 50, 300, 200).vehicle(van).build();
    assertOptimum(day, engine, optimum);
  }

  /** A van and a car at one plug: the van takes the cheap hour, of which it needs more. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aVehicleNeedsAPlugToo(String engine) {
    Vehicle van =
        new Vehicle("van", 100, 0, 0, 30, null, List.of(new Stay("a", 0, 2, 0, 0, charger(30))));
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 200)
            .stationA(new Site(null, null, Connection.UNLIMITED, 1, null))
            .vehicle(van)
            .session("a", 10, charger(10))
            .build();
    assertOptimum(day, engine, 3 + 2);
  }

  private static SessionDetails details(
      double valueAbove, double valueAtEnd, double throughput, SessionDetails.Target... targets) {
    return new SessionDetails(
        List.of(targets), valueAbove, valueAtEnd, throughput, 0, 1, List.of(), null, false);
  }

  private static SessionDetails runs(double startCost, int leastRun, boolean chargingNow) {
    return new SessionDetails(
        List.of(), 0, 0, 0, startCost, leastRun, List.of(), null, chargingNow);
  }

  private static AssetDay hours(double... dayAhead) {
    return AssetDay.ofHours(dayAhead.length).dayAhead(dayAhead);
  }

  /** 20 kWh above the target are worth 0.15: bought at 0.10, not at 0.20. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void energyAboveTheTarget(String engine) {
    Scenario day = hours(100, 200).session("a", 10, charger(30), details(0.15, 0, 0)).build();
    Cost cost = assertOptimum(day, engine, 3 - 3);
    assertThat(cost.stored()).isCloseTo(-3, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void energyAtTheEnd(String engine) {
    Scenario day = hours(100, 200).session("a", 10, charger(30), details(0, 0.15, 0)).build();
    assertOptimum(day, engine, 3 - 4.5);
  }

  /** 20 kWh are wanted after the dear hour, 30 on departure. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aTargetOnTheWay(String engine) {
    SessionDetails details = details(0, 0, 0, new SessionDetails.Target(1, 20));
    Scenario day = hours(200, 100).session("a", 30, charger(30), details).build();
    assertOptimum(day, engine, 4 + 1);
  }

  /** The same where 5 of the 20 are out of reach, at 1 EUR each. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aTargetOnTheWayThatIsMissed(String engine) {
    Session session =
        new Session("ev", "a", 0, 2, 100, 0, 0, 20, 1.0, charger(15))
            .withDetails(details(0, 0, 0, new SessionDetails.Target(1, 20)));
    Scenario day = hours(200, 100).session(session).build();
    Cost cost = assertOptimum(day, engine, 3 + 5 + 0.5);
    assertThat(cost.shortfall()).isCloseTo(5, within(1e-4));
  }

  /** 30 kWh for 0.10 are dearer than missing at 0.05; 20 must be there all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void whatMustBeThereOnDeparture(String engine) {
    Session session =
        new Session("ev", "a", 0, 2, 100, 0, 0, 30, 0.05, charger(15))
            .withDetails(SessionDetails.NONE.withMinDepartureEnergy(20));
    Scenario day = hours(200, 100).session(session).build();
    Cost cost = assertOptimum(day, engine, 1 + 1.5 + 0.5);
    assertThat(cost.shortfall()).isCloseTo(0.5, within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void throughput(String engine) {
    Scenario day = hours(100, 200).session("a", 10, charger(30), details(0, 0, 0.05)).build();
    assertOptimum(day, engine, 1 + 0.5);
  }

  /** 40 kWh at 10 to 20 kW. A start costs 3 EUR: better 10 kWh in the dear hour between. */
  @ParameterizedTest
  @CsvSource({
    "false, 7.5, scip",
    "false, 7.5, scip-ac",
    "false, 7.5, certified",
    "true, 4.5, scip",
    "true, 4.5, scip-ac",
    "true, 4.5, certified"
  })
  void starts(boolean chargingNow, double optimum, String engine) {
    Charger charger = new Charger(new PowerRange(10, 20), 1, null, 1);
    Scenario day = hours(100, 150, 100).session("a", 40, charger, runs(3, 1, chargingNow)).build();
    assertOptimum(day, engine, optimum);
  }

  /** 10 to 20 kW, 20 kWh, two hours in a row: half of it in the second cheapest. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void runsOfTwoHours(String engine) {
    Charger charger = new Charger(new PowerRange(10, 20), 1, null, 1);
    Scenario day = hours(300, 100, 200).session("a", 20, charger, runs(0, 2, false)).build();
    assertOptimum(day, engine, 1 + 2);
  }

  /** 16 + 6 kW for 20 kWh. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void powerSteps(String engine) {
    SessionDetails steps =
        new SessionDetails(List.of(), 0, 0, 0, 0, 1, List.of(6.0, 10.0, 16.0), null, false);
    Scenario day = hours(100, 200).session("a", 20, charger(20), steps).build();
    assertOptimum(day, engine, 1.6 + 1.2);
  }

  /** From half full on, p ≤ 40 − 0.8·p at the end of the hour: 22.2 kWh in the cheap one. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aChargingCurve(String engine) {
    ChargingCurve curve =
        new ChargingCurve(List.of(new Point(0, 40), new Point(0.5, 40), new Point(1, 0)));
    SessionDetails details = new SessionDetails(List.of(), 0, 0, 0, 0, 1, List.of(), curve, false);
    Session session =
        new Session("ev", "a", 0, 2, 100, 0, 50, 80, null, charger(40)).withDetails(details);
    Scenario day = hours(100, 200).session(session).build();
    double cheap = 40 / 1.8;
    assertOptimum(day, engine, 0.1 * cheap + 0.2 * (30 - cheap));
  }
}
