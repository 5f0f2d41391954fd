package io.evenflow.scenario;

import io.evenflow.fleet.Battery;
import io.evenflow.fleet.Group;
import io.evenflow.fleet.Location;
import io.evenflow.fleet.Session;
import io.evenflow.fleet.Solar;
import io.evenflow.fleet.Station;
import io.evenflow.fleet.Vehicle;
import io.evenflow.grid.BranchScaling;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.market.Emissions;
import io.evenflow.market.Tariff;
import io.evenflow.time.Horizon;
import io.evenflow.time.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What comes in: a feeder, a day of prices and loads, stations and the sessions at them. Immutable
 * and consistent: every object named exists, every series has T numbers.
 */
public final class Scenario {
  /** A thousand buses for a hundred days of quarter-hours; more would only exhaust memory. */
  private static final long MOST_LOADS = 10_000_000;

  private final String name;
  private final String currency;
  private final String feederCase;
  private final Network network;
  private final Feeder feeder;
  private final Horizon horizon;
  private final DayAheadPrices prices;
  private final Loads loads;
  private final List<BranchScaling> branchScaling;
  private final Limits limits;
  private final double @Nullable [] substationCostPerMwh;
  private final List<Station> stations;
  private final List<Session> sessions;
  private final Equipment equipment;
  private final List<String> assumptions;
  private final Places places;
  private final int[] stationOfSession;
  private final int[] busOfStation;
  private final double[][] activeLoadMw;
  private final double[][] reactiveLoadMvar;
  private final double[][] fixedActiveMw;
  private final double[][] fixedReactiveMvar;

  /** A day of grid, prices, stations and sessions alone. */
  public Scenario(
      String name,
      String currency,
      String feederCase,
      Network network,
      Horizon horizon,
      DayAheadPrices prices,
      Loads loads,
      List<BranchScaling> branchScaling,
      Limits limits,
      double @Nullable [] substationCostPerMwh,
      List<Station> stations,
      List<Session> sessions) {
    this(
        name,
        currency,
        feederCase,
        network,
        horizon,
        prices,
        loads,
        branchScaling,
        limits,
        substationCostPerMwh,
        stations,
        sessions,
        Equipment.NONE);
  }

  /**
   * Checks and keeps the parts.
   *
   * @param feederCase built-in name or path, as the scenario file has it
   * @param network that case as read
   * @param substationCostPerMwh T costs that replace the case's at the substation, or null
   * @throws ScenarioException where parts contradict each other
   * @throws io.evenflow.grid.GridException where the network is no feeder
   */
  public Scenario(
      String name,
      String currency,
      String feederCase,
      Network network,
      Horizon horizon,
      DayAheadPrices prices,
      Loads loads,
      List<BranchScaling> branchScaling,
      Limits limits,
      double @Nullable [] substationCostPerMwh,
      List<Station> stations,
      List<Session> sessions,
      Equipment equipment) {
    this(
        name,
        currency,
        feederCase,
        network,
        horizon,
        prices,
        loads,
        branchScaling,
        limits,
        substationCostPerMwh,
        stations,
        sessions,
        equipment,
        List.of());
  }

  private Scenario(
      String name,
      String currency,
      String feederCase,
      Network network,
      Horizon horizon,
      DayAheadPrices prices,
      Loads loads,
      List<BranchScaling> branchScaling,
      Limits limits,
      double @Nullable [] substationCostPerMwh,
      List<Station> stations,
      List<Session> sessions,
      Equipment equipment,
      List<String> assumptions) {
    this.name = name;
    this.currency = currency;
    this.feederCase = feederCase;
    this.network = network;
    this.horizon = horizon;
    this.prices = prices;
    this.loads = loads;
    this.branchScaling = List.copyOf(branchScaling);
    this.limits = limits;
    this.substationCostPerMwh = substationCostPerMwh == null ? null : substationCostPerMwh.clone();
    this.stations = List.copyOf(stations);
    this.sessions = List.copyOf(sessions);
    this.equipment = equipment;
    this.assumptions = List.copyOf(assumptions);
    requireLength("prices.perMwh", prices.periods());
    if (substationCostPerMwh != null) {
      requireLength("substationCostPerMwh", substationCostPerMwh.length);
    }
    feeder = limits.applyTo(Feeder.of(network).withBranchScaling(branchScaling));
    requireRoom();
    busOfStation = busesOfStations();
    stationOfSession = stationsOfSessions();
    activeLoadMw = new double[feeder.busCount()][horizon.periods()];
    reactiveLoadMvar = new double[feeder.busCount()][horizon.periods()];
    fillLoads();
    new EquipmentRules(this).require();
    places = new Places(this, locations());
    fixedActiveMw = copy(activeLoadMw);
    fixedReactiveMvar = copy(reactiveLoadMvar);
    solar().stream().filter(plant -> !plant.curtailable()).forEach(this::addFixed);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  private void addFixed(Solar plant) {
    int bus = busIndexOf(plant.location());
    for (int t = 0; t < horizon.periods(); t++) {
      double mw = plant.availableKw().at(t) / 1000;
      fixedActiveMw[bus][t] -= mw;
      fixedReactiveMvar[bus][t] += plant.drawnKvarPerKw() * mw;
    }
  }

  /** Of what can be decided and is no session. */
  private List<Location> locations() {
    List<Location> locations = new ArrayList<>();
    batteries().forEach(battery -> locations.add(battery.location()));
    solar().stream().filter(Solar::curtailable).forEach(roof -> locations.add(roof.location()));
    return locations;
  }

  private void requireRoom() {
    long loads = (long) feeder.busCount() * horizon.periods();
    if (loads > MOST_LOADS) {
      throw new ScenarioException(
          "%d buses in %d periods have %d loads; %d are the most"
              .formatted(feeder.busCount(), horizon.periods(), loads, MOST_LOADS),
          "Maybe plan fewer periods at once.");
    }
  }

  private void requireLength(String field, int length) {
    if (length != horizon.periods()) {
      throw new ScenarioException(
          field + " has " + length + " numbers, horizon.periods is " + horizon.periods(),
          "Maybe the series is of another day or another step than the horizon.");
    }
  }

  private int[] busesOfStations() {
    Set<String> ids = new HashSet<>();
    int[] buses = new int[stations.size()];
    for (int k = 0; k < buses.length; k++) {
      Station station = stations.get(k);
      if (!ids.add(station.id())) {
        throw duplicate("station", station.id());
      }
      buses[k] = busIndex("station '" + station.id() + "'", station.bus());
    }
    return buses;
  }

  private int busIndex(String object, int bus) {
    return feeder
        .find(bus)
        .orElseThrow(
            () ->
                new ScenarioException(
                    object + ": bus " + bus + " does not exist in " + feederCase,
                    "Maybe it is numbered otherwise there: its buses are "
                        + BusNumbers.summary(feeder)
                        + "."));
  }

  private static ScenarioException duplicate(String kind, String id) {
    return new ScenarioException(
        kind + " '" + id + "': the id appears twice",
        "Maybe one of the two is meant to have another id.");
  }

  private int[] stationsOfSessions() {
    Map<String, Integer> byId = new HashMap<>();
    for (int k = 0; k < stations.size(); k++) {
      byId.put(stations.get(k).id(), k);
    }
    Set<String> ids = new HashSet<>();
    int[] stationIndex = new int[sessions.size()];
    for (int s = 0; s < stationIndex.length; s++) {
      Session session = sessions.get(s);
      if (!ids.add(session.id())) {
        throw duplicate("session", session.id());
      }
      Integer station = byId.get(session.station());
      if (station == null) {
        throw new ScenarioException(
            "session '" + session.id() + "': station '" + session.station() + "' does not exist",
            "Maybe it is one of " + byId.keySet().stream().sorted().limit(10).toList() + ".");
      }
      if (session.departure() > horizon.periods()) {
        throw new ScenarioException(
            "session '%s': departure (period %d) must be at most horizon.periods (%d)"
                .formatted(session.id(), session.departure(), horizon.periods()),
            "Maybe the stay ends after the horizon: end it there, or plan more periods.");
      }
      stationIndex[s] = station;
    }
    return stationIndex;
  }

  private void fillLoads() {
    double[] scale = loads.scale();
    requireLength("loads.scale", scale.length);
    for (int i = 0; i < feeder.busCount(); i++) {
      for (int t = 0; t < horizon.periods(); t++) {
        activeLoadMw[i][t] = feeder.bus(i).activeLoadMw() * scale[t];
        reactiveLoadMvar[i][t] = feeder.bus(i).reactiveLoadMvar() * scale[t];
      }
    }
    for (Loads.Adjustment adjustment : loads.adjustments()) {
      String object = "loads.adjustments of bus " + adjustment.bus();
      int i = busIndex("loads.adjustments", adjustment.bus());
      double[] activeKw = adjustment.activeKw();
      double[] reactiveKvar = adjustment.reactiveKvar();
      requireLength(object + ".activeKw", activeKw.length);
      requireLength(object + ".reactiveKvar", reactiveKvar.length);
      for (int t = 0; t < horizon.periods(); t++) {
        activeLoadMw[i][t] += activeKw[t] / 1000;
        reactiveLoadMvar[i][t] += reactiveKvar[t] / 1000;
      }
    }
    for (int k = 0; k < stations.size(); k++) {
      Series load = stations.get(k).site().loadKw();
      if (load != null) {
        requireLength("station '" + stations.get(k).id() + "': loadKw", load.periods());
        for (int t = 0; t < horizon.periods(); t++) {
          activeLoadMw[busOfStation[k]][t] += load.at(t) / 1000;
        }
      }
    }
  }

  public String name() {
    return name;
  }

  public String currency() {
    return currency;
  }

  /** Built-in name or path of the case, as the scenario file has it. */
  public String feederCase() {
    return feederCase;
  }

  /**
   * What energy costs that no schedule can charge: of sessions that stay too short for their
   * targets at full power and may leave short. Unit: currency
   */
  public double unavoidableShortfallCost() {
    return sessions.stream()
        .mapToDouble(session -> session.unavoidableShortfallCost(horizon))
        .sum();
  }

  /** The case as read, before scaling and limits of this scenario. */
  public Network network() {
    return network;
  }

  /** The oriented feeder with this scenario's branch scaling and limits. */
  public Feeder feeder() {
    return feeder;
  }

  public Horizon horizon() {
    return horizon;
  }

  public int periods() {
    return horizon.periods();
  }

  public DayAheadPrices prices() {
    return prices;
  }

  public Loads loads() {
    return loads;
  }

  public List<BranchScaling> branchScaling() {
    return branchScaling;
  }

  public Limits limits() {
    return limits;
  }

  public double @Nullable [] substationCostPerMwh() {
    return substationCostPerMwh == null ? null : substationCostPerMwh.clone();
  }

  /** What was assumed when the day was made of something else, a sentence each; for people. */
  public List<String> assumptions() {
    return assumptions;
  }

  /** What the day has beside a grid, stations and sessions. */
  public Equipment equipment() {
    return equipment;
  }

  public Substation substation() {
    return equipment.substation();
  }

  public List<Group> groups() {
    return equipment.groups();
  }

  public List<Solar> solar() {
    return equipment.solar();
  }

  public List<Battery> batteries() {
    return equipment.batteries();
  }

  public List<Vehicle> vehicles() {
    return equipment.vehicles();
  }

  public @Nullable Emissions emissions() {
    return equipment.emissions();
  }

  /** Where powers act. */
  public Places places() {
    return places;
  }

  public List<Station> stations() {
    return stations;
  }

  public List<Session> sessions() {
    return sessions;
  }

  /** Index of a session's station. */
  public int stationOf(int session) {
    return stationOfSession[session];
  }

  /** Index in {@link #feeder()} of a station's bus. */
  public int busOf(int station) {
    return busOfStation[station];
  }

  /** Index of a station, −1 where none has the id. */
  public int stationIndex(String id) {
    for (int k = 0; k < stations.size(); k++) {
      if (stations.get(k).id().equals(id)) {
        return k;
      }
    }
    return -1;
  }

  /** Index in {@link #feeder()} of the bus where something is. */
  public int busIndexOf(Location location) {
    String station = location.station();
    Integer bus = location.bus();
    if (station != null) {
      return busOfStation[stationIndex(station)];
    }
    return bus == null ? -1 : feeder.find(bus).orElse(-1);
  }

  /** Load at a bus of {@link #feeder()} in a period, without anything that moves. Unit: MW. */
  public double activeLoadMw(int bus, int period) {
    return activeLoadMw[bus][period];
  }

  /** Load at a bus of {@link #feeder()} in a period. Unit: Mvar. */
  public double reactiveLoadMvar(int bus, int period) {
    return reactiveLoadMvar[bus][period];
  }

  /** The load at a bus less PV that cannot be curtailed: what nobody decides. Unit: MW. */
  public double fixedActiveMw(int bus, int period) {
    return fixedActiveMw[bus][period];
  }

  /** Reactive power likewise. Unit: Mvar. */
  public double fixedReactiveMvar(int bus, int period) {
    return fixedReactiveMvar[bus][period];
  }

  /** A station's load less its PV that cannot be curtailed. Unit: kW. */
  public double fixedStationKw(int station, int period) {
    double sum = stations.get(station).site().loadKw(period);
    String id = stations.get(station).id();
    for (Solar plant : solar()) {
      if (!plant.curtailable() && id.equals(plant.location().station())) {
        sum -= plant.availableKw().at(period);
      }
    }
    return sum;
  }

  /**
   * Cost of a generator (in-service ones, file order) in a period, that of emissions included.
   * Unit: $/h of MW.
   */
  public GenerationCost generationCost(int generator, int period) {
    if (feeder.generatorBus(generator) != 0) {
      return feeder.generators().get(generator).cost();
    }
    GenerationCost energy = feeder.generators().get(generator).cost();
    Tariff tariff = substation().tariff();
    if (tariff != null) {
      energy =
          GenerationCost.ofTwoPrices(
              tariff.importPerMwh().at(period), tariff.exportPerMwh().at(period));
    } else if (substationCostPerMwh != null) {
      energy = new GenerationCost.Polynomial(0, substationCostPerMwh[period], 0);
    }
    return energy.plusLinear(emissionsPerMwh(period));
  }

  /** What emissions add to the cost of energy at the substation. Unit: currency per MWh. */
  public double emissionsPerMwh(int period) {
    Emissions emissions = emissions();
    return emissions == null ? 0 : emissions.perMwh(period);
  }

  /** Most active power of a generator in a period, limits from outside included. Unit: MW. */
  public double activeMaxMw(int generator, int period) {
    double most = feeder.generators().get(generator).activeMaxMw();
    Series limit = substation().importLimitKw();
    return limit == null || feeder.generatorBus(generator) != 0
        ? most
        : Math.min(most, limit.at(period) / 1000);
  }

  /** Least active power of a generator in a period, limits from outside included. Unit: MW. */
  public double activeMinMw(int generator, int period) {
    double least = feeder.generators().get(generator).activeMinMw();
    Series limit = substation().exportLimitKw();
    return limit == null || feeder.generatorBus(generator) != 0
        ? least
        : Math.max(least, -limit.at(period) / 1000);
  }

  /** The same day with other sessions. */
  public Scenario withSessions(List<Session> others) {
    return with(network, limits, stations, others, equipment);
  }

  /** The same day with other equipment. */
  public Scenario withEquipment(Equipment other) {
    return with(network, limits, stations, sessions, other);
  }

  /** The same day with what was assumed. */
  public Scenario withAssumptions(List<String> others) {
    return with(network, limits, stations, sessions, equipment, others);
  }

  /** The same day without sessions, vehicles and batteries. */
  public Scenario withoutStorage() {
    return with(network, limits, stations, List.of(), equipment.withoutStorage());
  }

  /** The same day with other limits in place of those of the case. */
  public Scenario withLimits(Limits others) {
    return with(network, others, stations, sessions, equipment);
  }

  /** The same day with the substation's voltage held all day. Unit: p.u. */
  public Scenario withSubstationVoltageHeld(double pu) {
    Limits held = limits.withSubstationVoltageHeld(pu);
    return with(network, held, stations, sessions, equipment);
  }

  /** The same day on other lines, with other buses and generators. */
  public Scenario withNetwork(Network other) {
    return with(other, limits, stations, sessions, equipment);
  }

  /** The same day with other stations under the same ids. */
  public Scenario withStations(List<Station> others) {
    return with(network, limits, others, sessions, equipment);
  }

  private Scenario with(
      Network otherNetwork,
      Limits otherLimits,
      List<Station> otherStations,
      List<Session> otherSessions,
      Equipment otherEquipment) {
    return with(
        otherNetwork, otherLimits, otherStations, otherSessions, otherEquipment, assumptions);
  }

  private Scenario with(
      Network otherNetwork,
      Limits otherLimits,
      List<Station> otherStations,
      List<Session> otherSessions,
      Equipment otherEquipment,
      List<String> otherAssumptions) {
    return new Scenario(
        name,
        currency,
        feederCase,
        otherNetwork,
        horizon,
        prices,
        loads,
        branchScaling,
        otherLimits,
        substationCostPerMwh,
        otherStations,
        otherSessions,
        otherEquipment,
        otherAssumptions);
  }
}
