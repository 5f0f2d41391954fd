package io.evenflow.method;

import io.evenflow.fleet.Connection;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Station;
import io.evenflow.grid.Branch;
import io.evenflow.grid.BranchRating;
import io.evenflow.grid.Bus;
import io.evenflow.grid.Generator;
import io.evenflow.grid.Network;
import io.evenflow.scenario.Equipment;
import io.evenflow.scenario.Limits;
import io.evenflow.scenario.Scenario;
import io.evenflow.scenario.Substation;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One limit of a day and the same day with one unit more of it, in all periods.
 *
 * @param name what the limit is called
 * @param unit "kW", "kVA", "plug" or "0.001 p.u."
 * @param raised the day with one unit more
 */
record RaisedLimit(String name, String unit, Function<Scenario, Scenario> raised) {
  private static final double STEP_PU = 0.001;
  private static final double KILO = 0.001;

  static RaisedLimit leastVoltage() {
    return new RaisedLimit("least voltage", "0.001 p.u.", day -> withVoltages(day, -STEP_PU, 0));
  }

  static RaisedLimit greatestVoltage() {
    return new RaisedLimit("greatest voltage", "0.001 p.u.", day -> withVoltages(day, 0, STEP_PU));
  }

  /** At all buses; those of the substation's voltage are a range of what may be chosen. */
  private static Scenario withVoltages(Scenario day, double least, double most) {
    Limits limits = day.limits();
    Double min = limits.voltageMinPu();
    Double max = limits.voltageMaxPu();
    List<Bus> buses =
        day.network().buses().stream()
            .map(
                bus ->
                    day.feeder().find(bus.number()).orElse(-1) == 0
                        ? bus
                        : bus.withVoltageLimits(
                            bus.voltageMinPu() + least, bus.voltageMaxPu() + most))
            .toList();
    Limits wider =
        new Limits(
            min == null ? null : min + least,
            max == null ? null : max + most,
            limits.substationExportMw(),
            limits.branchRatings(),
            limits.substationVoltage());
    return day.withNetwork(day.network().withBuses(buses)).withLimits(wider);
  }

  static RaisedLimit rating(Branch branch) {
    return new RaisedLimit(
        "branch " + branch.label(),
        "kVA",
        day -> {
          Limits limits = day.limits();
          List<BranchRating> ratings = new ArrayList<>(limits.branchRatings());
          ratings.removeIf(old -> old.from() == branch.from() && old.to() == branch.to());
          ratings.add(new BranchRating(branch.from(), branch.to(), branch.ratingMva() + KILO));
          return day.withLimits(
              new Limits(
                  limits.voltageMinPu(),
                  limits.voltageMaxPu(),
                  limits.substationExportMw(),
                  ratings,
                  limits.substationVoltage()));
        });
  }

  /** Of a generator; at the substation that is import or export. */
  static RaisedLimit generation(String name, Generator generator, boolean greatest) {
    return new RaisedLimit(name, "kW", day -> withGeneration(day, generator, greatest));
  }

  private static Scenario withGeneration(Scenario day, Generator generator, boolean greatest) {
    double less = greatest ? 0 : -KILO;
    double more = greatest ? KILO : 0;
    Network network = day.network();
    List<Generator> generators =
        network.generators().stream()
            .map(
                each ->
                    each.bus() == generator.bus() && each.inService()
                        ? each.withActiveLimits(
                            each.activeMinMw() + less, each.activeMaxMw() + more)
                        : each)
            .toList();
    Limits limits = day.limits();
    Double export = limits.substationExportMw();
    Limits wider =
        new Limits(
            limits.voltageMinPu(),
            limits.voltageMaxPu(),
            export == null ? null : export - less,
            limits.branchRatings(),
            limits.substationVoltage());
    Substation old = day.substation();
    Substation substation =
        new Substation(
            old.tariff(),
            plus(old.importLimitKw(), 1000 * more),
            plus(old.exportLimitKw(), -1000 * less),
            old.peakCharge());
    return day.withNetwork(network.withGenerators(generators))
        .withLimits(wider)
        .withEquipment(day.equipment().withSubstation(substation));
  }

  /** Of a station's connection. */
  static RaisedLimit connection(Station station, boolean isImport) {
    return new RaisedLimit(
        "station '" + station.id() + "': connection " + way(isImport),
        "kW",
        day ->
            day.withStations(
                day.stations().stream()
                    .map(
                        each ->
                            each.id().equals(station.id()) ? withConnection(each, isImport) : each)
                    .toList()));
  }

  private static Station withConnection(Station station, boolean isImport) {
    Station.Site site = station.site();
    return new Station(
        station.id(),
        station.bus(),
        station.charger(),
        new Station.Site(
            site.tariff(),
            site.loadKw(),
            wider(site.connection(), isImport),
            site.plugs(),
            site.peakCharge()));
  }

  static RaisedLimit plugs(Station station) {
    return new RaisedLimit(
        "station '" + station.id() + "': plugs",
        "plug",
        day ->
            day.withStations(
                day.stations().stream()
                    .map(each -> each.id().equals(station.id()) ? withOnePlugMore(each) : each)
                    .toList()));
  }

  private static Station withOnePlugMore(Station station) {
    Station.Site site = station.site();
    Integer plugs = site.plugs();
    return new Station(
        station.id(),
        station.bus(),
        station.charger(),
        new Station.Site(
            site.tariff(),
            site.loadKw(),
            site.connection(),
            plugs == null ? null : plugs + 1,
            site.peakCharge()));
  }

  /** Of a group's connection. */
  static RaisedLimit connection(Group group, boolean isImport) {
    return new RaisedLimit(
        "group '" + group.id() + "': connection " + way(isImport),
        "kW",
        day -> {
          Equipment old = day.equipment();
          List<Group> groups =
              old.groups().stream()
                  .map(
                      each ->
                          each.id().equals(group.id())
                              ? new Group(
                                  each.id(),
                                  each.stations(),
                                  wider(each.connection(), isImport),
                                  each.peakCharge())
                              : each)
                  .toList();
          return day.withEquipment(old.withGroups(groups));
        });
  }

  private static String way(boolean isImport) {
    return isImport ? "import" : "export";
  }

  private static Connection wider(Connection connection, boolean isImport) {
    return isImport
        ? new Connection(plus(connection.importKw(), 1), connection.exportKw())
        : new Connection(connection.importKw(), plus(connection.exportKw(), 1));
  }

  private static @Nullable Series plus(@Nullable Series series, double more) {
    return series == null
        ? null
        : Series.of(Arrays.stream(series.toArray()).map(each -> each + more).toArray());
  }
}
