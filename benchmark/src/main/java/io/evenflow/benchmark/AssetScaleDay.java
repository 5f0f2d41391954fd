package io.evenflow.benchmark;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@link ScaleDay} with what operators have beside sessions, each kind by its name: {@code
 * vehicles} of three stays, one for ten sessions and at least two, a {@code battery} of 100 kWh and
 * a roof of 40 kWp ({@code solar}) at each station, {@code connections} of 60 kW import and 30 kW
 * export, {@code prices} of import 130 EUR/MWh above those of export, a {@code peak} charge of 0.5
 * EUR/kW at the substation, and {@code everything}.
 */
final class AssetScaleDay {
  static final List<String> KINDS =
      List.of("vehicles", "batteries", "solar", "connections", "prices", "peak");

  private static final int SESSIONS_PER_VEHICLE = 10;
  private static final int LEAST_VEHICLES = 2;

  private final Scenario base;
  private final Set<String> kinds;

  private AssetScaleDay(Scenario base, Set<String> kinds) {
    this.base = base;
    this.kinds = kinds;
  }

  /**
   * The day with some kinds.
   *
   * @param kind one of {@link #KINDS}, "none" or "everything"
   */
  static Scenario of(Scenario base, String kind) {
    Set<String> kinds = kind.equals("everything") ? Set.copyOf(KINDS) : Set.of(kind);
    return new AssetScaleDay(base, kinds).day();
  }

  private Scenario day() {
    List<Station> stations = base.stations().stream().map(this::station).toList();
    PeakCharge peak = kinds.contains("peak") ? new PeakCharge(0.5, 1000) : null;
    Equipment equipment =
        new Equipment(
            new Substation(null, null, null, peak),
            List.of(),
            kinds.contains("solar") ? solar() : List.of(),
            kinds.contains("batteries") ? batteries() : List.of(),
            kinds.contains("vehicles") ? vehicles() : List.of(),
            null);
    return base.withStations(stations).withEquipment(equipment);
  }

  private Station station(Station station) {
    Connection connection =
        kinds.contains("connections")
            ? new Connection(constant(60), constant(30))
            : Connection.UNLIMITED;
    Station.Site site =
        new Station.Site(kinds.contains("prices") ? tariff() : null, null, connection, null, null);
    return new Station(station.id(), station.bus(), station.charger(), site);
  }

  private Series constant(double number) {
    return Series.constant(base.periods(), number);
  }

  private @Nullable Tariff tariff() {
    double[] drawn = base.prices().toArray();
    double[] fed = base.prices().toArray();
    for (int t = 0; t < drawn.length; t++) {
      drawn[t] += 120;
      fed[t] -= 10;
    }
    return new Tariff(Series.of(drawn), Series.of(fed));
  }

  private List<Solar> solar() {
    double[] kw = new double[base.periods()];
    for (int t = 0; t < kw.length; t++) {
      double hour = 24.0 * t / kw.length;
      kw[t] = hour < 6 || hour > 18 ? 0 : Math.max(0, 40 * Math.sin(Math.PI * (hour - 6) / 12));
    }
    List<Solar> roofs = new ArrayList<>();
    for (Station station : base.stations()) {
      roofs.add(
          new Solar(
              "roof-" + station.id(),
              Location.station(station.id()),
              Series.of(kw),
              true,
              null,
              Solar.Reactive.NONE,
              1));
    }
    return roofs;
  }

  private List<Battery> batteries() {
    Charger charger = new Charger(new PowerRange(0, 50), 0.95, new PowerRange(0, 50), 0.95);
    List<Battery> batteries = new ArrayList<>();
    for (Station station : base.stations()) {
      Location there = Location.station(station.id());
      String id = "battery-" + station.id();
      batteries.add(new Battery(id, there, 100, 10, 50, 50.0, 0, charger, 0.01));
    }
    return batteries;
  }

  /** From one station to the next and back, 15 kWh each way. */
  private List<Vehicle> vehicles() {
    int eighth = base.periods() / 8;
    int count = Math.max(LEAST_VEHICLES, base.sessions().size() / SESSIONS_PER_VEHICLE);
    List<Vehicle> vehicles = new ArrayList<>();
    for (int v = 0; v < count; v++) {
      Station home = base.stations().get(v % base.stations().size());
      Station work = base.stations().get((v + 1) % base.stations().size());
      vehicles.add(
          new Vehicle(
              "van" + v,
              60,
              5,
              30,
              30,
              10.0,
              Arrays.asList(
                  stay(home, 0, 2 * eighth, 40, 0),
                  stay(work, 3 * eighth, 5 * eighth, 30, 15),
                  stay(home, 6 * eighth, base.periods(), 0, 15))));
    }
    return vehicles;
  }

  private static Vehicle.Stay stay(
      Station station, int arrival, int departure, double wanted, double used) {
    return new Vehicle.Stay(station.id(), arrival, departure, wanted, used, station.charger());
  }
}
