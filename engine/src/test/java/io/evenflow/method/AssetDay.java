package io.evenflow.method;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.SessionDetails;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Station.Site;
import io.evenflow.fleet.Vehicle;
import io.evenflow.io.matpower.MatpowerReader;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Emissions;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of a few hours behind a branch that loses nothing, so that the substation gives what is
 * drawn and optima are sums:
 *
 * <pre>
 * [1] --- 2 (stations a and b)
 * </pre>
 *
 * <p>Its energy costs nothing there, and nothing at stations, unless a test says so.
 */
final class AssetDay {
  private static final String ONE_BRANCH =
      """
      function mpc = one
      mpc.version = '2';
      mpc.baseMVA = 1;
      mpc.bus = [
        1 3 0 0 0 0 1 1 0 12.66 1 1   1;
        2 1 0 0 0 0 1 1 0 12.66 1 1.1 0.9;
      ];
      mpc.gen = [1 0 0 %s %s 1 1 1 2 -2];
      mpc.branch = [1 2 0 1e-5 0 0 0 0 0 0 1 -360 360];
      mpc.gencost = [2 0 0 2 0 0];
      """;

  static final OffsetDateTime NOON = OffsetDateTime.parse("2024-05-12T12:00:00+02:00");

  private final int periods;
  private int firstMinutes = 60;
  private double[] dayAheadPerMwh;
  private double @Nullable [] substationPerMwh;
  private double[] loadKw;
  private double[] loadKvar;
  private String reactiveMax = "2";
  private String reactiveMin = "-2";
  private Site siteOfA = Site.NONE;
  private Site siteOfB = Site.NONE;
  private Substation substation = Substation.OF_THE_CASE;
  private @Nullable Emissions emissions;
  private final List<Session> sessions = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Solar> solar = new ArrayList<>();
  private final List<Battery> batteries = new ArrayList<>();
  private final List<Vehicle> vehicles = new ArrayList<>();

  private AssetDay(int periods) {
    this.periods = periods;
    dayAheadPerMwh = new double[periods];
    loadKw = new double[periods];
    loadKvar = new double[periods];
  }

  static AssetDay ofHours(int periods) {
    return new AssetDay(periods);
  }

  /** 0 to maxKw, without losses, one way. */
  static Charger charger(double maxKw) {
    return new Charger(new PowerRange(0, maxKw), 1, null, 1);
  }

  /** 0 to maxKw, without losses, both ways. */
  static Charger bothWays(double maxKw) {
    PowerRange range = new PowerRange(0, maxKw);
    return new Charger(range, 1, range, 1);
  }

  AssetDay firstMinutes(int minutes) {
    firstMinutes = minutes;
    return this;
  }

  AssetDay dayAhead(double... perMwh) {
    dayAheadPerMwh = perMwh;
    return this;
  }

  /** What energy costs at the substation. */
  AssetDay generation(double... perMwh) {
    substationPerMwh = perMwh;
    return this;
  }

  /** At bus 2. */
  AssetDay load(double... kw) {
    loadKw = kw;
    return this;
  }

  /** At bus 2. */
  AssetDay reactiveLoad(double... kvar) {
    loadKvar = kvar;
    return this;
  }

  /** Of what the substation gives. Unit: Mvar */
  AssetDay reactiveLimits(String least, String most) {
    reactiveMin = least;
    reactiveMax = most;
    return this;
  }

  AssetDay stationA(Site site) {
    siteOfA = site;
    return this;
  }

  AssetDay stationB(Site site) {
    siteOfB = site;
    return this;
  }

  AssetDay substation(Substation rules) {
    substation = rules;
    return this;
  }

  AssetDay emissions(Emissions price) {
    emissions = price;
    return this;
  }

  /** A stay of all periods that begins empty, of a hard target. */
  AssetDay session(String station, double wantedKwh, Charger charger) {
    return session(
        new Session(
            "ev" + sessions.size(), station, 0, periods, 100, 0, 0, wantedKwh, null, charger));
  }

  AssetDay session(String station, double wantedKwh, Charger charger, SessionDetails details) {
    session(station, wantedKwh, charger);
    sessions.add(sessions.removeLast().withDetails(details));
    return this;
  }

  AssetDay session(Session session) {
    sessions.add(session);
    return this;
  }

  AssetDay group(Group group) {
    groups.add(group);
    return this;
  }

  AssetDay solar(Solar plant) {
    solar.add(plant);
    return this;
  }

  AssetDay battery(Battery battery) {
    batteries.add(battery);
    return this;
  }

  AssetDay vehicle(Vehicle vehicle) {
    vehicles.add(vehicle);
    return this;
  }

  Scenario build() {
    Charger any = charger(1);
    return new Scenario(
        "tiny",
        "EUR",
        "one",
        MatpowerReader.read("one", ONE_BRANCH.formatted(reactiveMax, reactiveMin)),
        new Horizon(NOON, periods, 60, firstMinutes, null),
        DayAheadPrices.of(dayAheadPerMwh),
        new Loads(new double[periods], List.of(new Loads.Adjustment(2, loadKw, loadKvar))),
        List.of(),
        Limits.OF_THE_CASE,
        substationPerMwh,
        List.of(new Station("a", 2, any, siteOfA), new Station("b", 2, any, siteOfB)),
        sessions,
        new Equipment(substation, groups, solar, batteries, vehicles, emissions));
  }
}
