package io.evenflow.benchmark;

import io.evenflow.fleet.Charger;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.PowerRange;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Station.Site;
import io.evenflow.market.Emissions;
import io.evenflow.market.PeakCharge;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Small days, drawn by seed, that mix all that can move and all that ties: a day of {@link
 * RandomAcDays} with up to three of its sessions, to which stations get tariffs, buildings,
 * connections, plugs and peak charges, sessions details ({@link RandomDetails}), the feeder PV,
 * batteries and a vehicle of several stays ({@link RandomAssets}), the substation two prices,
 * limits, a peak charge and emissions. Sizes follow the feeder's load, limits what the day may
 * need, so that they bind on many days and forbid few.
 */
public final class RandomAssetDays {
  private static final int MOST_SESSIONS = 3;

  private final SplittableRandom random;
  private final Scenario base;
  private final Horizon horizon;

  private RandomAssetDays(long seed) {
    random = new SplittableRandom(31 * seed + 7);
    base = RandomAcDays.day(seed);
    Horizon whole = base.horizon();
    int first =
        random.nextInt(3) == 0 ? random.nextInt(1, whole.stepMinutes() + 1) : whole.stepMinutes();
    horizon = new Horizon(whole.start(), whole.periods(), whole.stepMinutes(), first, null);
  }

  /** The day of a seed; always the same. */
  public static Scenario day(long seed) {
    return new RandomAssetDays(seed).draw("assets-" + seed);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private Scenario draw(String name) {
    List<Session> sessions = sessions();
    RandomAssets assets = new RandomAssets(base, horizon, random);
    List<Solar> solar = assets.solar();
    Substation substation = substation();
    List<Station> stations = new ArrayList<>();
    for (Station station : base.stations()) {
      Site site = site(station, solar);
      stations.add(new Station(station.id(), station.bus(), station.charger(), site));
    }
    return new Scenario(
        name,
        "EUR",
        base.feederCase(),
        base.network(),
        horizon,
        base.prices(),
        base.loads(),
        List.of(),
        limits(),
        substation.tariff() == null ? base.substationCostPerMwh() : null,
        stations,
        sessions,
        new Equipment(
            substation,
            groups(stations),
            solar,
            assets.batteries(),
            assets.vehicles(),
            oneIn(2) ? emissions() : null));
  }

  /** One day in four has those of the drawn day; the others may export as much as they like. */
  private Limits limits() {
    double export = 10 * base.feeder().baseMva();
    return oneIn(4) ? base.limits() : new Limits(null, null, export, List.of());
  }

  private List<Session> sessions() {
    RandomDetails details = new RandomDetails(random);
    return base.sessions().stream().limit(MOST_SESSIONS).map(details::added).toList();
  }

  private Series series(double least, double most) {
    return Series.of(random.doubles(horizon.periods(), least, most).toArray());
  }

  private Emissions emissions() {
    return new Emissions(series(20, 700), random.nextDouble(20, 150));
  }

  /** Around the day's prices; export at most import, and often far below. */
  private Tariff tariff() {
    double[] drawn = new double[horizon.periods()];
    double[] fed = new double[horizon.periods()];
    boolean equal = oneIn(5);
    for (int t = 0; t < drawn.length; t++) {
      drawn[t] = base.prices().perMwh(t) + random.nextDouble(-20, 60);
      fed[t] = equal ? drawn[t] : drawn[t] - random.nextDouble(0, 80);
    }
    return new Tariff(Series.of(drawn), Series.of(fed));
  }

  private Substation substation() {
    double loadKw = greatestLoadKw();
    Series most = oneIn(4) ? series(loadKw, 1.4 * loadKw) : null;
    Series back = oneIn(4) ? Series.constant(horizon.periods(), 1.5 * loadKw) : null;
    PeakCharge charge =
        oneIn(3)
            ? new PeakCharge(random.nextDouble(0.005, 0.3), loadKw * random.nextDouble(0, 1.1))
            : null;
    return new Substation(oneIn(3) ? tariff() : null, most, back, charge);
  }

  private double greatestLoadKw() {
    double greatest = 0;
    for (int t = 0; t < horizon.periods(); t++) {
      double sum = 0;
      for (int i = 0; i < base.feeder().busCount(); i++) {
        sum += 1000 * base.activeLoadMw(i, t);
      }
      greatest = Math.max(greatest, sum);
    }
    return Math.max(greatest, 1);
  }

  private Site site(Station station, List<Solar> solar) {
    Charger charger = station.charger();
    double unit = charger.charge().maxKw();
    Series load = oneIn(2) ? series(0, unit) : null;
    double most = load == null ? 0 : load.greatest();
    double sun =
        solar.stream()
            .filter(plant -> station.id().equals(plant.location().station()))
            .mapToDouble(plant -> plant.availableKw().greatest())
            .sum();
    return new Site(
        oneIn(2) ? tariff() : null,
        load,
        oneIn(2) ? connection(most, sun, charger) : Connection.UNLIMITED,
        oneIn(3) ? 1 : null,
        oneIn(3) ? peak(most + unit) : null);
  }

  private PeakCharge peak(double kw) {
    return new PeakCharge(random.nextDouble(0.005, 0.5), kw * random.nextDouble(0, 0.8));
  }

  /** Room for the building and the sun, and for a part of what chargers can do. */
  private Connection connection(double loadKw, double sunKw, Charger charger) {
    double in = loadKw + charger.charge().maxKw() * random.nextDouble(0.3, 1.8);
    PowerRange discharge = charger.discharge();
    double back = sunKw + (discharge == null ? 0 : discharge.maxKw() * random.nextDouble(0, 1.5));
    return new Connection(
        oneIn(4) ? series(in, 1.5 * in) : Series.constant(horizon.periods(), in),
        oneIn(4) ? null : Series.constant(horizon.periods(), back));
  }

  private List<Group> groups(List<Station> stations) {
    if (stations.size() < 2 || oneIn(2)) {
      return List.of();
    }
    List<String> ids = stations.stream().limit(2).map(Station::id).toList();
    double kw = 0;
    for (Station station : stations.subList(0, 2)) {
      Series load = station.site().loadKw();
      kw += (load == null ? 0 : load.greatest()) + station.charger().charge().maxKw();
    }
    @Nullable PeakCharge charge = oneIn(2) ? peak(kw) : null;
    Series most = Series.constant(horizon.periods(), kw * random.nextDouble(0.6, 1.2));
    return List.of(new Group("both", ids, new Connection(oneIn(3) ? null : most, null), charge));
  }
}
