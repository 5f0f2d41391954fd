package io.evenflow.method;

import static io.evenflow.method.AssetDay.bothWays;
import static io.evenflow.method.AssetDay.charger;
import static io.evenflow.method.DirectAssets.assertOptimum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station.Site;
import io.evenflow.market.Emissions;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Cost;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Status;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds and is paid at meters, as a whole and taken apart, one kind a day; optima by hand. */
class DirectMetersTest {
  private static Site limited(double importKw, double exportKw) {
    return new Site(null, null, connection(importKw, exportKw), null, null);
  }

  private static Connection connection(double importKw, double exportKw) {
    return new Connection(Series.constant(2, importKw), Series.constant(2, exportKw));
  }

  private static Solar roof(String station, double... kw) {
    return new Solar(
        "roof", Location.station(station), Series.of(kw), false, null, Solar.Reactive.NONE, 1);
  }

  /**
   * 80 kWh for a vehicle behind a building and a roof, 0.30 EUR in and 0.10 EUR out:
   *
   * <pre>
   * hour   building  roof   left over
   *   0       100      0       −
   *   1       100    160      60      60 kWh cost 0.10, the other 20 cost 0.30
   * </pre>
   */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "outer-approximation", "scip-ac", "certified"})
  void aTariffMakesTheSunCheapest(String engine) {
    Tariff tariff = new Tariff(Series.of(300, 300), Series.of(100, 100));
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(999, 999)
            .stationA(new Site(tariff, Series.of(100, 100), Connection.UNLIMITED, null, null))
            .solar(roof("a", 0, 160))
            .session("a", 80, charger(80))
            .build();
    Cost cost = assertOptimum(day, engine, 30 + 20 * 0.3);
    assertThat(cost.charging()).isCloseTo(36, within(1e-4));
  }

  /**
   * Without the vehicle and the battery, which can do nothing here but could be paid for:
   *
   * <pre>
   * hour   building  roof   0.30 EUR in, 0.10 out
   *   0       50       0     15
   *   1       50      80     −3      and a peak of 50 kW, 30 above what was paid: 15
   * </pre>
   *
   * The vehicle takes 10 kWh of the roof's.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSameDayWithoutVehicles(boolean curtailable) {
    Tariff tariff = new Tariff(Series.of(300, 300), Series.of(100, 100));
    Series sun = Series.of(0, 80);
    Solar roof =
        new Solar("roof", Location.station("a"), sun, curtailable, null, Solar.Reactive.NONE, 1);
    Battery battery = new Battery("b", Location.station("a"), 50, 0, 0, 0.0, 0, bothWays(50), 0.01);
    Scenario day =
        AssetDay.ofHours(2)
            .stationA(
                new Site(
                    tariff, Series.of(50, 50), Connection.UNLIMITED, null, new PeakCharge(0.5, 20)))
            .solar(roof)
            .battery(battery)
            .session("a", 10, charger(10))
            .build();
    assertOptimum(day, "certified", 27 + 1);
    Double without = DirectAssets.run(day, "certified").withoutVehicles();
    assertThat(Objects.requireNonNull(without)).isCloseTo(27, within(1e-4));
  }

  /** 70 kW are left beside 30 kW of a building, so 30 of 100 kWh go to the dear hour. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aConnectionCarriesTheBuildingToo(String engine) {
    Site site = new Site(null, Series.of(30, 0), connection(100, 0), null, null);
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 200)
            .stationA(site)
            .session("a", 50, charger(50))
            .session("a", 50, charger(50))
            .build();
    assertOptimum(day, engine, 7 + 6);
  }

  /** Of 60 kWh that sell for 0.10, 40 fit through the export limit: 10 of it are the roof's. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void whatIsFedInSharesTheConnectionWithTheRoof(String engine) {
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 0)
            .stationA(limited(100, 40))
            .solar(roof("a", 10, 0))
            .session(new Session("ev", "a", 0, 2, 100, 0, 60, 0, null, bothWays(60)))
            .build();
    assertOptimum(day, engine, -3);
  }

  /** Two stations of 50 kWh behind a cable of 60 kW. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aGroupSharesItsCable(String engine) {
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 200)
            .group(new Group("street", List.of("a", "b"), connection(60, 0), null))
            .session("a", 50, charger(50))
            .session("b", 50, charger(50))
            .build();
    assertOptimum(day, engine, 6 + 8);
  }

  /** 50 kWh as flat as can be: 5 kW above what the month has seen, at 0.50 EUR. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aPeakIsDearerThanTheBestHour(String engine) {
    PeakCharge charge = new PeakCharge(0.5, 20);
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 120)
            .stationA(new Site(null, null, Connection.UNLIMITED, null, charge))
            .session("a", 50, charger(50))
            .build();
    Cost cost = assertOptimum(day, engine, 2.5 + 3 + 2.5);
    assertThat(cost.peaks()).isCloseTo(2.5, within(1e-4));
    assertThat(cost.charging()).isCloseTo(5.5, within(1e-4));
  }

  /** The peak of both is 50 kW when each has an hour for itself, whoever has which. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aPeakOfAGroup(String engine) {
    Scenario day =
        AssetDay.ofHours(2)
            .group(
                new Group("street", List.of("a", "b"), Connection.UNLIMITED, new PeakCharge(1, 0)))
            .session(session("a", 0, 50))
            .session(session("b", 1, 50))
            .build();
    assertOptimum(day, engine, 50);
  }

  /** 25 kW flat at b, so 35 of a's 40 kWh fit beside them through the cable in the cheap hour. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aCableOfTwoStationsAndAPeakOfOneOfThem(String engine) {
    Scenario day =
        AssetDay.ofHours(2)
            .dayAhead(100, 200)
            .group(new Group("street", List.of("a", "b"), connection(60, 0), null))
            .group(new Group("yard", List.of("b"), Connection.UNLIMITED, new PeakCharge(1, 0)))
            .session("a", 40, charger(40))
            .session("b", 50, charger(50))
            .build();
    assertOptimum(day, engine, 6 + 6 + 25);
  }

  /** All at once or not at all. */
  private static Session session(String station, int number, double kw) {
    return new Session(
        "ev" + number,
        station,
        0,
        2,
        100,
        0,
        0,
        kw,
        null,
        new Charger(new PowerRange(kw, kw), 1, null, 1));
  }

  /** 60 kW at most, so 20 kWh take two hours beside 50 kW of load; 0.10 a kWh and 1 a kW. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void theSubstationHasALimitATariffAndAPeak(String engine) {
    Tariff tariff = new Tariff(Series.of(100, 100), Series.of(40, 40));
    Scenario day =
        AssetDay.ofHours(2)
            .load(50, 50)
            .substation(new Substation(tariff, Series.constant(2, 60), null, new PeakCharge(1, 0)))
            .session("a", 20, charger(20))
            .build();
    Cost cost = assertOptimum(day, engine, 12 + 60);
    assertThat(cost.generation()).isCloseTo(12, within(1e-4));
    assertThat(cost.peaks()).isCloseTo(60, within(1e-4));
  }

  /** 80 kW of sun that cannot be curtailed, 20 of load: 50 may go back, so 10 must be charged. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void anExportLimitMakesAVehicleCharge(String engine) {
    Scenario day =
        AssetDay.ofHours(1)
            .load(20)
            .generation(50)
            .dayAhead(300)
            .substation(new Substation(null, null, Series.of(50), null))
            .solar(roof("b", 80))
            .session("a", 0, charger(20))
            .build();
    assertOptimum(day, engine, -2.5 + 3);
  }

  /** Neither price says when; 100 g/kWh and 500 g/kWh at 100 EUR/t do. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void emissionsChooseTheHour(String engine) {
    Scenario day =
        AssetDay.ofHours(2)
            .generation(50, 50)
            .emissions(new Emissions(Series.of(100, 500), 100))
            .session("a", 40, charger(40))
            .build();
    Cost cost = assertOptimum(day, engine, 2 + 0.4);
    assertThat(cost.emissions()).isCloseTo(0.4, within(1e-5));
    assertThat(cost.generation()).isCloseTo(2, within(1e-5));
  }

  /** Three vehicles of 10 kWh, one plug, three hours of 0.10, 0.20 and 0.30 EUR. */
  @ParameterizedTest
  @CsvSource({"1, 6", "2, 4", ", 3"})
  void plugs(@Nullable Integer plugs, double optimum) {
    Scenario day =
        AssetDay.ofHours(3)
            .dayAhead(100, 200, 300)
            .stationA(new Site(null, null, Connection.UNLIMITED, plugs, null))
            .session("a", 10, charger(10))
            .session("a", 10, charger(10))
            .session("a", 10, charger(10))
            .build();
    assertOptimum(day, "scip", optimum);
    assertOptimum(day, "scip-ac", optimum);
    assertOptimum(day, "certified", optimum);
  }

  /** 15 minutes are left of the first hour: at 20 kW 5 of 20 kWh are charged in it. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aFirstPeriodThatHasBegun(String engine) {
    Scenario day =
        AssetDay.ofHours(2)
            .firstMinutes(15)
            .dayAhead(100, 200)
            .session("a", 20, charger(20))
            .build();
    assertOptimum(day, engine, 0.5 + 3);
  }

  /** A building of 50 kW behind 40 kW: whoever charges, nobody can keep that. */
  @ParameterizedTest
  @ValueSource(strings = {"scip", "scip-ac", "certified"})
  void aConnectionThatCannotHold(String engine) {
    Site site = new Site(null, Series.of(50, 0), connection(40, 0), null, null);
    Scenario day = AssetDay.ofHours(2).stationA(site).session("a", 10, charger(10)).build();
    assertThat(Objects.requireNonNull(DirectAssets.run(day, engine)).status())
        .isEqualTo(Status.INFEASIBLE);
  }
}
