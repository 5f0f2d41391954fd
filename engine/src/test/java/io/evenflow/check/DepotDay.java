package io.evenflow.check;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.ChargingCurve;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Solar.Reactive;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Emissions;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Dispatch;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A day of four hours with one of everything, all of it at bus 3 of {@link ThreeBuses}: wind there
 * makes up for what it draws, so that only bus 2 draws from the grid, 1010.2 kW.
 *
 * <pre>
 *   depot: building 20 kW, ev1, b1, roof, later the van    own tariff, one plug, peak charge
 *   shop:  building 5 kW, ev2, porch, at first the van     the day's prices
 *   bus 3: b2, field, load 100 kW                          settle at the substation
 * </pre>
 */
final class DepotDay {
  /** Breaks nothing. Powers in kW and kvar. */
  private static final String RIGHT =
      """
      hour          00    01    02    03
      ev1 draws     20    20     0     0
      ev1 feeds      0     0     0     8
      ev2 draws      0    10     0     0
      ev2 feeds      0     0     0     0
      van draws     10     0    20     0
      van feeds      0     0     0     0
      b1 draws       0    20     0     0
      b1 feeds       0     0     0    16
      b2 draws       0     0     0     0
      b2 feeds       4     0     0     0
      roof feeds     0    30    32     0
      roof kvar      0   -22.5 -24     0
      field feeds   10    10    10    10
      field kvar     0     0     0     0
      porch feeds   20    20    15     0
      porch kvar     0    15    20   -25
      """;

  private static final int HOURS = 4;
  private static final double BASE_KW = 100;

  private static final Charger BATTERY_CHARGER =
      new Charger(new PowerRange(0, 50), 0.9, new PowerRange(0, 50), 0.8);

  final Session ev1 =
      new Session("ev1", "depot", 0, 4, 100, 10, 50, 60, 10.0, ThreeBuses.CHARGER)
          .withDetails(
              new SessionDetails(
                  List.of(new SessionDetails.Target(1, 70)),
                  0.1,
                  0.02,
                  0.03,
                  0.5,
                  2,
                  List.of(),
                  null,
                  false));
  final Session ev2 =
      new Session("ev2", "shop", 1, 4, 40, 0, 30, 36, 10.0, ThreeBuses.CHARGER)
          .withDetails(
              new SessionDetails(
                  List.of(),
                  0,
                  0,
                  0,
                  0,
                  1,
                  List.of(10.0, 20.0),
                  new ChargingCurve(
                      List.of(new ChargingCurve.Point(0.8, 20), new ChargingCurve.Point(1, 10))),
                  false));

  private final Map<String, double[]> rows = new HashMap<>();
  private final Horizon horizon;
  private @Nullable Double vanShortfallCost = 10.0;
  private int vanLeavesShop = 1;
  private Substation substation =
      new Substation(
          new Tariff(Series.constant(HOURS, 60), Series.constant(HOURS, 40)),
          Series.of(1011, 1011, 1011, 1011),
          Series.constant(HOURS, 0),
          new PeakCharge(1, 1000));

  private DepotDay(int firstPeriodMinutes) {
    horizon =
        new Horizon(OffsetDateTime.parse(ThreeBuses.START), HOURS, 60, firstPeriodMinutes, null);
    RIGHT.lines().skip(1).forEach(this::read);
  }

  static DepotDay right() {
    return new DepotDay(60);
  }

  static DepotDay begunBefore(int firstPeriodMinutes) {
    return new DepotDay(firstPeriodMinutes);
  }

  private void read(String line) {
    String[] words = line.strip().split("\\s+");
    double[] numbers = new double[HOURS];
    for (int t = 0; t < HOURS; t++) {
      numbers[t] = Double.parseDouble(words[t + 2]);
    }
    rows.put(words[0] + " " + words[1], numbers);
  }

  /** With another row of powers. */
  DepotDay but(String row) {
    read(row);
    return this;
  }

  /** The van leaves the shop when it arrives at the depot: its trip takes no time. */
  DepotDay withNearShop() {
    vanLeavesShop = 2;
    return this;
  }

  DepotDay withHardVan() {
    vanShortfallCost = null;
    return this;
  }

  DepotDay withImportLimits(double... kw) {
    substation =
        new Substation(
            substation.tariff(),
            Series.of(kw),
            substation.exportLimitKw(),
            substation.peakCharge());
    return this;
  }

  private double[] row(String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }

  Scenario scenario() {
    return new Scenario(
        "depot",
        "EUR",
        "three",
        ThreeBuses.network(),
        horizon,
        DayAheadPrices.of(30, 60, -10, 40),
        new Loads(
            new double[] {1, 1, 1, 1},
            List.of(new Loads.Adjustment(3, constant(BASE_KW), constant(0)))),
        List.of(),
        Limits.OF_THE_CASE,
        null,
        List.of(depot(), shop()),
        List.of(ev1, ev2),
        new Equipment(
            substation,
            List.of(street()),
            List.of(roof(), field(), porch()),
            List.of(b1(), b2()),
            List.of(van()),
            new Emissions(Series.of(400, 300, 200, 100), 80)));
  }

  private static double[] constant(double number) {
    return Series.constant(HOURS, number).toArray();
  }

  private static Connection connection(double importKw, double exportKw) {
    return new Connection(Series.constant(HOURS, importKw), Series.constant(HOURS, exportKw));
  }

  private static Station depot() {
    Tariff tariff = new Tariff(Series.of(200, 300, 200, 100), Series.of(100, 100, 100, 50));
    return new Station(
        "depot",
        3,
        ThreeBuses.CHARGER,
        new Station.Site(
            tariff, Series.constant(HOURS, 20), connection(55, 10), 1, new PeakCharge(5, 30)));
  }

  private static Station shop() {
    return new Station(
        "shop",
        3,
        ThreeBuses.CHARGER,
        new Station.Site(null, Series.constant(HOURS, 5), Connection.UNLIMITED, null, null));
  }

  private static Group street() {
    return new Group(
        "street", List.of("depot", "shop"), connection(52, 11.5), new PeakCharge(2, 0));
  }

  private static Solar roof() {
    return new Solar(
        "roof",
        Location.station("depot"),
        Series.of(0, 30, 50, 0),
        true,
        50.0,
        Reactive.FIXED,
        0.8);
  }

  private static Solar field() {
    return new Solar(
        "field", Location.bus(3), Series.constant(HOURS, 10), false, null, Reactive.NONE, 1);
  }

  private static Solar porch() {
    return new Solar(
        "porch", Location.station("shop"), Series.of(20, 20, 30, 0), true, 25.0, Reactive.FREE, 1);
  }

  private static Battery b1() {
    return new Battery(
        "b1", Location.station("depot"), 80, 10, 40, 30.0, 0.05, BATTERY_CHARGER, 0.01);
  }

  private static Battery b2() {
    Charger lossless = new Charger(new PowerRange(0, 10), 1, new PowerRange(0, 10), 1);
    return new Battery("b2", Location.bus(3), 20, 0, 10, null, 0.1, lossless, 0);
  }

  private Vehicle van() {
    return new Vehicle(
        "van",
        50,
        5,
        20,
        34,
        vanShortfallCost,
        List.of(
            new Vehicle.Stay("shop", 0, vanLeavesShop, 25, 0, ThreeBuses.CHARGER),
            new Vehicle.Stay("depot", 2, 4, 30, 12, ThreeBuses.CHARGER)));
  }

  /** Of these powers, with the wind that makes up for them. */
  Dispatch dispatch() {
    double[] windKw = new double[HOURS];
    double[] windKvar = new double[HOURS];
    double[] gridKw = new double[HOURS];
    double[] voltage = constant(1);
    for (int t = 0; t < HOURS; t++) {
      windKw[t] = BASE_KW + 20 + 5;
      for (String name : List.of("ev1", "ev2", "van", "b1", "b2")) {
        windKw[t] += isThere(name, t) ? row(name + " draws")[t] - row(name + " feeds")[t] : 0;
      }
      for (String name : List.of("roof", "field", "porch")) {
        windKw[t] -= row(name + " feeds")[t];
        windKvar[t] -= row(name + " kvar")[t];
      }
      gridKw[t] = ThreeBuses.importKw();
    }
    return new Dispatch(
        rows("draws", "ev1", "ev2"),
        rows("feeds", "ev1", "ev2"),
        new double[][] {gridKw, windKw},
        new double[][] {new double[HOURS], windKvar},
        voltage,
        new Dispatch.Assets(
            rows("draws", "van"),
            rows("feeds", "van"),
            rows("draws", "b1", "b2"),
            rows("feeds", "b1", "b2"),
            rows("feeds", "roof", "field", "porch"),
            rows("kvar", "roof", "field", "porch")));
  }

  /** On the road the van's powers would act nowhere. */
  private static boolean isThere(String name, int hour) {
    return !(name.equals("van") && hour == 1);
  }

  private double[][] rows(String what, String... names) {
    double[][] powers = new double[names.length][];
    for (int i = 0; i < names.length; i++) {
      powers[i] = row(names[i] + " " + what);
    }
    return powers;
  }

  /** What the check says of it. */
  List<String> violations() {
    return Verifier.verify(scenario(), dispatch()).violations();
  }
}
