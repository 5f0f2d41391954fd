package io.evenflow.live;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Emissions;
import io.evenflow.market.Tariff;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Loads;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of a day from one of its periods on, each series cut to what is left of it. */
final class RestOfDay {
  private final Scenario day;
  private final int from;

  private RestOfDay(Scenario day, int from) {
    this.day = day;
    this.from = from;
  }

  /** The same day with another forecast of one of its plants from a period on. Unit: kW */
  static Scenario withSolar(Scenario day, String id, int from, double[] kw) {
    Equipment known = day.equipment();
    List<Solar> plants =
        known.solar().stream()
            .map(
                plant -> {
                  double[] all = plant.availableKw().toArray();
                  if (plant.id().equals(id)) {
                    System.arraycopy(kw, 0, all, from, kw.length);
                  }
                  return with(plant, Series.of(all));
                })
            .toList();
    return day.withEquipment(
        new Equipment(
            known.substation(),
            known.groups(),
            plants,
            known.batteries(),
            known.vehicles(),
            known.emissions()));
  }

  private static Solar with(Solar plant, Series availableKw) {
    return new Solar(
        plant.id(),
        plant.location(),
        availableKw,
        plant.curtailable(),
        plant.ratingKva(),
        plant.reactive(),
        plant.powerFactor());
  }

  /**
   * The rest of a day.
   *
   * @param from its period that runs
   * @param now within that period
   * @param minutesLeft of that period
   * @param commandedKw by station, what goes on as it was told until that period ends. Unit: kW
   */
  static Scenario of(
      Scenario day,
      int from,
      Instant now,
      int minutesLeft,
      double[] commandedKw,
      List<Session> sessions,
      List<Battery> batteries,
      List<Vehicle> vehicles) {
    RestOfDay rest = new RestOfDay(day, from);
    Horizon whole = day.horizon();
    Horizon horizon =
        new Horizon(
            minutesLeft == whole.stepMinutes() ? whole.startOf(from) : whole.at(now),
            day.periods() - from,
            whole.stepMinutes(),
            minutesLeft,
            whole.zone());
    return new Scenario(
        day.name(),
        day.currency(),
        day.feederCase(),
        day.network(),
        horizon,
        DayAheadPrices.of(rest.cut(day.prices().toArray())),
        rest.loads(),
        day.branchScaling(),
        day.limits(),
        rest.cutOrNull(day.substationCostPerMwh()),
        rest.stations(commandedKw),
        sessions,
        rest.equipment(batteries, vehicles));
  }

  /** The same day with another load behind the meter of one station from a period on. Unit: kW */
  static Scenario withLoad(Scenario day, String id, int from, double[] kw) {
    return day.withStations(
        day.stations().stream()
            .map(
                station ->
                    station.id().equals(id) ? with(station, day.periods(), from, kw) : station)
            .toList());
  }

  private static Station with(Station station, int periods, int from, double[] kw) {
    Station.Site site = station.site();
    double[] all = site.loadKw() == null ? new double[periods] : site.loadKw().toArray();
    System.arraycopy(kw, 0, all, from, kw.length);
    Station.Site other =
        new Station.Site(
            site.tariff(), Series.of(all), site.connection(), site.plugs(), site.peakCharge());
    return new Station(station.id(), station.bus(), station.charger(), other);
  }

  /** The same day at other prices; a station whose meter has the day's goes on having them. */
  static Scenario withPrices(Scenario day, DayAheadPrices prices) {
    Tariff before = Tariff.of(day.prices());
    Tariff now = Tariff.of(prices);
    List<Station> stations =
        day.stations().stream()
            .map(each -> before.equals(each.site().tariff()) ? each.withTariff(now) : each)
            .toList();
    return with(day, prices, day.loads(), stations);
  }

  /** The same day with other loads of the feeder. */
  static Scenario withLoads(Scenario day, Loads loads) {
    return with(day, day.prices(), loads, day.stations());
  }

  private static Scenario with(
      Scenario day, DayAheadPrices prices, Loads loads, List<Station> stations) {
    return new Scenario(
        day.name(),
        day.currency(),
        day.feederCase(),
        day.network(),
        day.horizon(),
        prices,
        loads,
        day.branchScaling(),
        day.limits(),
        day.substationCostPerMwh(),
        stations,
        day.sessions(),
        day.equipment());
  }

  private double[] cut(double[] numbers) {
    return Arrays.copyOfRange(numbers, from, numbers.length);
  }

  private double @Nullable [] cutOrNull(double @Nullable [] numbers) {
    return numbers == null ? null : cut(numbers);
  }

  private @Nullable Series cut(@Nullable Series series) {
    return series == null ? null : Series.of(cut(series.toArray()));
  }

  private @Nullable Tariff cut(@Nullable Tariff tariff) {
    return tariff == null
        ? null
        : new Tariff(
            Series.of(cut(tariff.importPerMwh().toArray())),
            Series.of(cut(tariff.exportPerMwh().toArray())));
  }

  private Connection cut(Connection connection) {
    return new Connection(cut(connection.importKw()), cut(connection.exportKw()));
  }

  private Loads loads() {
    return new Loads(
        cut(day.loads().scale()),
        day.loads().adjustments().stream()
            .map(
                each ->
                    new Loads.Adjustment(
                        each.bus(), cut(each.activeKw()), cut(each.reactiveKvar())))
            .toList());
  }

  /** What a charger goes on with is load behind its station's meter. */
  private List<Station> stations(double[] commandedKw) {
    Station[] stations = new Station[day.stations().size()];
    for (int k = 0; k < stations.length; k++) {
      Station station = day.stations().get(k);
      Station.Site site = station.site();
      Series known = cut(site.loadKw());
      Series loadKw = known;
      if (commandedKw[k] != 0) {
        double[] load = known == null ? new double[day.periods() - from] : known.toArray();
        load[0] += commandedKw[k];
        loadKw = Series.of(load);
      }
      Station.Site rest =
          new Station.Site(
              cut(site.tariff()), loadKw, cut(site.connection()), site.plugs(), site.peakCharge());
      stations[k] = new Station(station.id(), station.bus(), station.charger(), rest);
    }
    return List.of(stations);
  }

  private Equipment equipment(List<Battery> batteries, List<Vehicle> vehicles) {
    Substation known = day.substation();
    Emissions emissions = day.emissions();
    return new Equipment(
        new Substation(
            cut(known.tariff()),
            cut(known.importLimitKw()),
            cut(known.exportLimitKw()),
            known.peakCharge()),
        day.groups().stream().map(this::group).toList(),
        day.solar().stream().map(this::solar).toList(),
        batteries,
        vehicles,
        emissions == null
            ? null
            : new Emissions(
                Series.of(cut(emissions.gramsPerKwh().toArray())), emissions.pricePerTonne()));
  }

  private Group group(Group group) {
    return new Group(group.id(), group.stations(), cut(group.connection()), group.peakCharge());
  }

  private Solar solar(Solar plant) {
    return with(plant, Series.of(cut(plant.availableKw().toArray())));
  }
}
