package io.evenflow.live;

import io.evenflow.fleet.Charger;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Emissions;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.ScenarioException;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a site at a moment. Immutable: an event makes another one, or is refused with a
 * sentence and changes nothing. Events may come twice, late, in any order and with any numbers in
 * them.
 *
 * <p>Its time is that of the last {@link Event.Clock}; it never goes back. Until a charger is told
 * something else it is taken to go on with its last command.
 */
public final class SiteState {
  /** Clocks of chargers and of the site may differ by this. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  /** What meters and batteries may differ by, as a part of the battery. */
  private static final double METERS_DIFFER = 0.02;

  private final Scenario day;
  private final Instant now;
  private final SortedMap<String, Here> here;
  private final Set<String> gone;
  private final SortedMap<String, Asset> assets;

  private SiteState(
      Scenario day,
      Instant now,
      SortedMap<String, Here> here,
      Set<String> gone,
      SortedMap<String, Asset> assets) {
    this.day = day;
    this.now = now;
    this.here = Collections.unmodifiableSortedMap(here);
    this.gone = gone;
    this.assets = Collections.unmodifiableSortedMap(assets);
  }

  /**
   * A site on which nobody is, at the start of its day.
   *
   * @param day feeder, stations, limits, loads and the prices known so far, of the whole stretch
   *     that may be planned; its sessions are not looked at
   * @throws ScenarioException where a vehicle and a battery have the same name
   */
  public static SiteState of(Scenario day) {
    SortedMap<String, Asset> assets = Asset.of(day);
    if (assets.size() < day.vehicles().size() + day.batteries().size()) {
      throw new ScenarioException(
          "site '" + day.name() + "': a vehicle and a battery have the same id",
          "Maybe give one of them another: plans name both alike.");
    }
    Scenario empty = day.withSessions(List.of());
    Instant start = empty.horizon().startOf(0).toInstant();
    return new SiteState(empty, start, new TreeMap<>(), Set.of(), assets);
  }

  /** The site's day without its sessions. */
  public Scenario day() {
    return day;
  }

  public Instant now() {
    return now;
  }

  /** Who is here, by name. */
  public SortedMap<String, Here> here() {
    return here;
  }

  /** Batteries and vehicles of several stays, by name. */
  public SortedMap<String, Asset> assets() {
    return assets;
  }

  /** Whether somebody of this name was here and has left. */
  public boolean hasLeft(String session) {
    return gone.contains(session);
  }

  /** Any two instants are that far apart. */
  private static double seconds(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    return between.getSeconds() + between.getNano() / 1e9;
  }

  /** Minutes from the start of the day. */
  double minute(Instant at) {
    return seconds(day.horizon().startOf(0).toInstant(), at) / 60;
  }

  /** The period that runs, the number of periods after the end. */
  public int period() {
    return (int) Math.floor(minute(now) / day.horizon().stepMinutes());
  }

  /** Whole minutes left of the period that runs, at least one. */
  int minutesLeft() {
    int step = day.horizon().stepMinutes();
    return Math.clamp((long) Math.floor(60 * hoursLeft() + 1e-9), 1, step);
  }

  /** What is left of it to the second: who goes on as told ends with the same, whenever asked. */
  double hoursLeft() {
    return ((period() + 1.0) * day.horizon().stepMinutes() - minute(now)) / 60;
  }

  /** Last boundary of periods that is not after a time, counted from the start of the day. */
  int boundary(Instant at) {
    double periods = minute(at) / day.horizon().stepMinutes();
    return (int) Math.floor(Math.clamp(periods + 1e-9, 0, (double) day.periods()));
  }

  /** Applies an event, or says why not. */
  public Applied apply(Event event) {
    try {
      return new Applied(next(event), null);
    } catch (Refusal refusal) {
      return new Applied(this, refusal.sentence);
    }
  }

  /** Why an event is refused; never leaves this class. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String sentence;

    Refusal(String sentence) {
      super(sentence, null, false, false);
      this.sentence = sentence;
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new Refusal(sentence);
    }
  }

  private SiteState next(Event event) {
    if (!(event instanceof Event.Clock)) {
      require(
          !event.at().isAfter(now.plus(CLOCKS_DIFFER)),
          "%s: its time, %s, is ahead of the site's clock, %s"
              .formatted(name(event), event.at(), now));
    }
    return switch (event) {
      case Event.Clock clock -> clock(clock.at());
      case Event.Arrived arrived -> arrived(arrived);
      case Event.EnergyNow measured -> measured(measured);
      case Event.AssetEnergy measured -> measured(measured);
      case Event.SolarExpected expected -> solar(expected);
      case Event.LoadExpected expected -> load(expected);
      case Event.LoadsExpected expected -> loads(expected);
      case Event.TargetChanged changed -> target(changed);
      case Event.DepartureChanged changed -> departure(changed);
      case Event.DrawsLess less -> drawsLess(less);
      case Event.Left left -> left(left);
      case Event.LimitChanged changed -> importLimit(changed);
      case Event.ExportLimitChanged changed -> exportLimit(changed);
      case Event.EmissionsExpected expected -> emissions(expected);
      case Event.PricesPublished published -> prices(published);
    };
  }

  private static String name(Event event) {
    return event.getClass().getSimpleName();
  }

  private SiteState clock(Instant at) {
    require(
        !at.isBefore(now), "Clock: %s is before %s, and time does not go back".formatted(at, now));
    Instant end = day.horizon().startOf(day.periods()).toInstant();
    require(at.isBefore(end), "Clock: %s is not before %s, the end of the day".formatted(at, end));
    double hours = seconds(now, at) / 3600;
    SortedMap<String, Here> later = new TreeMap<>(here);
    later.replaceAll((id, each) -> each.withEnergy(each.energyAfter(hours)));
    SortedMap<String, Asset> moved = new TreeMap<>(assets);
    moved.replaceAll((id, each) -> each.after(day, minute(now), minute(at)));
    return new SiteState(day, at, later, gone, moved);
  }

  private SiteState arrived(Event.Arrived event) {
    String id = event.session();
    String session = "session '" + id + "': ";
    require(!id.isBlank(), "Arrived: a session needs a name");
    require(!here.containsKey(id), session + "is here already");
    require(!gone.contains(id), session + "has left already");
    require(!assets.containsKey(id), session + "is the name of a vehicle or a battery");
    int station = day.stationIndex(event.station());
    require(station >= 0, session + "station '" + event.station() + "' does not exist");
    requireAmount(session + "batteryKwh", event.batteryKwh(), Double.MAX_VALUE);
    require(event.batteryKwh() > 0, session + "batteryKwh must be above 0");
    requireAmount(session + "energyKwh", event.energyKwh(), event.batteryKwh());
    requireAmount(session + "targetKwh", event.targetKwh(), event.batteryKwh());
    requireLater(session, event.departure());
    Charger own = event.charger();
    Charger charger = own == null ? day.stations().get(station).charger() : own;
    return with(
        new Here(
            id,
            event.station(),
            charger,
            event.batteryKwh(),
            event.energyKwh(),
            event.energyKwh(),
            event.targetKwh(),
            event.at(),
            event.departure(),
            Here.Told.all(event.at()),
            null,
            null));
  }

  private static void requireAmount(String what, double value, double most) {
    require(
        value >= 0 && value <= most,
        most == Double.MAX_VALUE
            ? "%s (%s) must be a number of at least 0".formatted(what, value)
            : "%s (%s) must be a number from 0 to %s".formatted(what, value, most));
  }

  private void requireLater(String session, Instant departure) {
    require(
        departure.isAfter(now),
        "%sdeparture, %s, is not after the site's time, %s".formatted(session, departure, now));
  }

  private Here who(String id) {
    Here found = here.get(id);
    if (found == null) {
      throw new Refusal(
          "session '%s': %s".formatted(id, gone.contains(id) ? "has left already" : "is not here"));
    }
    return found;
  }

  private static void requireNewer(String session, String what, Instant at, Instant known) {
    require(
        at.isAfter(known),
        "session '%s': %s of %s is no newer than that of %s".formatted(session, what, at, known));
  }

  private SiteState measured(Event.EnergyNow event) {
    Here of = who(event.session());
    double differ = METERS_DIFFER * of.batteryKwh();
    requireNewer(of.id(), "energyKwh", event.at(), of.told().energy());
    requireAmount(
        "session '" + of.id() + "': energyKwh", event.energyKwh(), of.batteryKwh() + differ);
    require(
        of.charger().canDischarge() || event.energyKwh() >= of.energyKwh() - differ,
        "session '%s': energyKwh (%s) falls from %s, and its charger cannot feed in"
            .formatted(of.id(), event.energyKwh(), of.energyKwh()));
    return with(of.measured(event.energyKwh(), event.at()));
  }

  private SiteState measured(Event.AssetEnergy event) {
    Asset of = assets.get(event.asset());
    if (of == null) {
      throw new Refusal("'%s': no battery and no vehicle of this name".formatted(event.asset()));
    }
    double capacity = of.capacityKwh(day);
    double differ = METERS_DIFFER * capacity;
    require(
        event.at().isAfter(of.told()),
        "'%s': energyKwh of %s is no newer than that of %s"
            .formatted(of.id(), event.at(), of.told()));
    requireAmount("'" + of.id() + "': energyKwh", event.energyKwh(), capacity + differ);
    require(
        !of.onlyFills(day, boundary(of.told()), Math.min(period(), day.periods() - 1))
            || event.energyKwh() >= of.energyKwh() - differ,
        "'%s': energyKwh (%s) falls from %s, and its charger cannot feed in"
            .formatted(of.id(), event.energyKwh(), of.energyKwh()));
    SortedMap<String, Asset> others = new TreeMap<>(assets);
    others.put(of.id(), of.measured(Math.min(capacity, event.energyKwh()), event.at()));
    return new SiteState(day, now, here, gone, others);
  }

  private SiteState solar(Event.SolarExpected event) {
    double[] kw = event.availableKw();
    requirePeriods(name(event), event.from(), event.from() + kw.length);
    for (double each : kw) {
      requireAmount("SolarExpected: availableKw", each, Double.MAX_VALUE);
    }
    require(
        day.solar().stream().anyMatch(plant -> plant.id().equals(event.plant())),
        "SolarExpected: no plant '%s'".formatted(event.plant()));
    return withDay(scenario -> RestOfDay.withSolar(scenario, event.plant(), event.from(), kw));
  }

  private SiteState load(Event.LoadExpected event) {
    double[] kw = event.loadKw();
    requirePeriods(name(event), event.from(), event.from() + kw.length);
    for (double each : kw) {
      require(Double.isFinite(each), "LoadExpected: loadKw (%s) is no power".formatted(each));
    }
    require(
        day.stationIndex(event.station()) >= 0,
        "LoadExpected: station '%s' does not exist".formatted(event.station()));
    return withDay(scenario -> RestOfDay.withLoad(scenario, event.station(), event.from(), kw));
  }

  private SiteState loads(Event.LoadsExpected event) {
    double[] scale = event.scale();
    requirePeriods(name(event), event.from(), event.from() + scale.length);
    for (double each : scale) {
      require(Double.isFinite(each), "LoadsExpected: scale (%s) is no factor".formatted(each));
    }
    double[] all = day.loads().scale();
    System.arraycopy(scale, 0, all, event.from(), scale.length);
    Loads loads = new Loads(all, day.loads().adjustments());
    return withDay(scenario -> RestOfDay.withLoads(scenario, loads));
  }

  private SiteState target(Event.TargetChanged event) {
    Here of = who(event.session());
    requireNewer(of.id(), "targetKwh", event.at(), of.told().target());
    requireAmount("session '" + of.id() + "': targetKwh", event.targetKwh(), of.batteryKwh());
    return with(of.withTarget(event.targetKwh(), event.at()));
  }

  private SiteState departure(Event.DepartureChanged event) {
    Here of = who(event.session());
    requireNewer(of.id(), "departure", event.at(), of.told().departure());
    requireLater("session '" + of.id() + "': ", event.departure());
    return with(of.withDeparture(event.departure(), event.at()));
  }

  private SiteState drawsLess(Event.DrawsLess event) {
    Here of = who(event.session());
    requireNewer(of.id(), "mostKw", event.at(), of.told().power());
    requireAmount(
        "session '" + of.id() + "': mostKw", event.mostKw(), of.charger().charge().maxKw());
    return with(of.drawingAtMost(event.mostKw(), event.at()));
  }

  private SiteState left(Event.Left event) {
    Here of = who(event.session());
    SortedMap<String, Here> others = new TreeMap<>(here);
    others.remove(of.id());
    Set<String> left = new HashSet<>(gone);
    left.add(of.id());
    return new SiteState(day, now, others, left, assets);
  }

  private void requirePeriods(String event, int from, int to) {
    require(
        from >= 0 && from < to && to <= day.periods(),
        "%s: periods from %d to before %d must be some of 0 to %d"
            .formatted(event, from, to, day.periods()));
  }

  private SiteState importLimit(Event.LimitChanged event) {
    Substation known = day.substation();
    Series limit =
        limit(event, "importKw", event.from(), event.to(), event.importKw(), known.importLimitKw());
    return withSubstation(known.withImportLimit(limit));
  }

  private SiteState exportLimit(Event.ExportLimitChanged event) {
    Substation known = day.substation();
    Series limit =
        limit(event, "exportKw", event.from(), event.to(), event.exportKw(), known.exportLimitKw());
    return withSubstation(known.withExportLimit(limit));
  }

  private Series limit(
      Event event, String field, int from, int to, double kw, @Nullable Series before) {
    requirePeriods(name(event), from, to);
    requireAmount(name(event) + ": " + field, kw, Double.MAX_VALUE);
    double[] limit = new double[day.periods()];
    // what no case's substation can give is no limit
    Arrays.setAll(limit, t -> before == null ? 1e9 : before.at(t));
    Arrays.fill(limit, from, to, kw);
    return Series.of(limit);
  }

  private SiteState withSubstation(Substation substation) {
    Equipment equipment = day.equipment().withSubstation(substation);
    return withDay(scenario -> scenario.withEquipment(equipment));
  }

  private SiteState emissions(Event.EmissionsExpected event) {
    double[] grams = event.gramsPerKwh();
    requirePeriods(name(event), event.from(), event.from() + grams.length);
    for (double each : grams) {
      requireAmount("EmissionsExpected: gramsPerKwh", each, Double.MAX_VALUE);
    }
    Emissions known = day.emissions();
    double[] all = known == null ? new double[day.periods()] : known.gramsPerKwh().toArray();
    System.arraycopy(grams, 0, all, event.from(), grams.length);
    double price = known == null ? 0 : known.pricePerTonne();
    Equipment equipment = day.equipment().withEmissions(new Emissions(Series.of(all), price));
    return withDay(scenario -> scenario.withEquipment(equipment));
  }

  private SiteState prices(Event.PricesPublished event) {
    double[] perMwh = event.perMwh();
    requirePeriods(name(event), event.from(), event.from() + perMwh.length);
    for (double price : perMwh) {
      require(Double.isFinite(price), "PricesPublished: %s is no price".formatted(price));
    }
    double[] all = day.prices().toArray();
    System.arraycopy(perMwh, 0, all, event.from(), perMwh.length);
    return withDay(scenario -> RestOfDay.withPrices(scenario, DayAheadPrices.of(all)));
  }

  private SiteState withDay(UnaryOperator<Scenario> change) {
    try {
      return new SiteState(change.apply(day), now, here, gone, assets);
    } catch (ScenarioException contradiction) {
      throw new Refusal(String.valueOf(contradiction.getMessage()));
    }
  }

  private SiteState with(Here other) {
    SortedMap<String, Here> all = new TreeMap<>(here);
    all.put(other.id(), other);
    return new SiteState(day, now, all, gone, assets);
  }

  /**
   * After chargers were told their powers for the period that runs; names of nobody here are left
   * out. Unit: kW at the meter, negative where it feeds in
   *
   * @throws IllegalArgumentException where a power is no number
   */
  public SiteState commanded(Map<String, Double> netKw) {
    SortedMap<String, Here> all = new TreeMap<>(here);
    int period = period();
    netKw.forEach(
        (id, kw) -> {
          if (!Double.isFinite(kw)) {
            throw new IllegalArgumentException("session '%s': %s is no power".formatted(id, kw));
          }
        });
    SortedMap<String, Asset> others = new TreeMap<>(assets);
    netKw.forEach(
        (id, kw) -> {
          Command command = new Command(period, kw);
          all.computeIfPresent(id, (name, each) -> each.commanded(command));
          others.computeIfPresent(id, (name, each) -> each.commanded(command));
        });
    return new SiteState(day, now, all, gone, others);
  }

  /** After promises were given. */
  public SiteState promised(Map<String, Promise> promises) {
    SortedMap<String, Here> all = new TreeMap<>(here);
    promises.forEach(
        (id, promise) -> all.computeIfPresent(id, (name, each) -> each.promised(promise)));
    return new SiteState(day, now, all, gone, assets);
  }
}
