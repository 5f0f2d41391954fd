package io.evenflow.scenario;

import io.evenflow.fleet.Session;
import io.evenflow.fleet.Station;
import io.evenflow.grid.BranchScaling;
import io.evenflow.grid.Feeder;
import io.evenflow.grid.GenerationCost;
import io.evenflow.grid.Network;
import io.evenflow.market.DayAheadPrices;
import io.evenflow.time.Horizon;
import java.util.ArrayList;
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
  private final int[] stationOfSession;
  private final int[] busOfStation;
  private final double[][] activeLoadMw;
  private final double[][] reactiveLoadMvar;

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
      List<Session> sessions) {
    this.name = name;
    this.currency = currency;
    this.feederCase = feederCase;
    this.network = network;
    this.horizon = horizon;
    this.prices = prices;
    this.loads = loads;
    this.branchScaling = List.copyOf(branchScaling);
    this.limits = limits;
    this.substationCostPerMwh = substationCostPerMwh;
    this.stations = List.copyOf(stations);
    this.sessions = List.copyOf(sessions);
    requireLength("prices.perMwh", prices.periods());
    if (substationCostPerMwh != null) {
      requireLength("substationCostPerMwh", substationCostPerMwh.length);
    }
    feeder = limits.applyTo(Feeder.of(network).withBranchScaling(branchScaling));
    busOfStation = busesOfStations();
    stationOfSession = stationsOfSessions();
    activeLoadMw = new double[feeder.busCount()][horizon.periods()];
    reactiveLoadMvar = new double[feeder.busCount()][horizon.periods()];
    fillLoads();
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
    requireLength("loads.scale", loads.scale().length);
    for (int i = 0; i < feeder.busCount(); i++) {
      for (int t = 0; t < horizon.periods(); t++) {
        activeLoadMw[i][t] = feeder.bus(i).activeLoadMw() * loads.scale()[t];
        reactiveLoadMvar[i][t] = feeder.bus(i).reactiveLoadMvar() * loads.scale()[t];
      }
    }
    for (Loads.Adjustment adjustment : loads.adjustments()) {
      String object = "loads.adjustments of bus " + adjustment.bus();
      int i = busIndex("loads.adjustments", adjustment.bus());
      requireLength(object + ".activeKw", adjustment.activeKw().length);
      requireLength(object + ".reactiveKvar", adjustment.reactiveKvar().length);
      for (int t = 0; t < horizon.periods(); t++) {
        activeLoadMw[i][t] += adjustment.activeKw()[t] / 1000;
        reactiveLoadMvar[i][t] += adjustment.reactiveKvar()[t] / 1000;
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
    double hours = horizon.stepHours();
    return sessions.stream().mapToDouble(session -> session.unavoidableShortfallCost(hours)).sum();
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
    return substationCostPerMwh;
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

  /** Load at a bus of {@link #feeder()} in a period, without vehicles. Unit: MW. */
  public double activeLoadMw(int bus, int period) {
    return activeLoadMw[bus][period];
  }

  /** Load at a bus of {@link #feeder()} in a period. Unit: Mvar. */
  public double reactiveLoadMvar(int bus, int period) {
    return reactiveLoadMvar[bus][period];
  }

  /** Cost of a generator (in-service ones, file order) in a period. Unit: $/h of MW. */
  public GenerationCost generationCost(int generator, int period) {
    if (substationCostPerMwh != null && feeder.generatorBus(generator) == 0) {
      return new GenerationCost.Polynomial(0, substationCostPerMwh[period], 0);
    }
    return feeder.generators().get(generator).cost();
  }

  /** The same day with other sessions. */
  public Scenario withSessions(List<Session> others) {
    return with(limits, new ArrayList<>(others));
  }

  /** The same day with other limits in place of those of the case. */
  public Scenario withLimits(Limits others) {
    return with(others, sessions);
  }

  /** The same day with the substation's voltage held all day. Unit: p.u. */
  public Scenario withSubstationVoltageHeld(double pu) {
    return with(limits.withSubstationVoltageHeld(pu), sessions);
  }

  private Scenario with(Limits otherLimits, List<Session> otherSessions) {
    return new Scenario(
        name,
        currency,
        feederCase,
        network,
        horizon,
        prices,
        loads,
        branchScaling,
        otherLimits,
        substationCostPerMwh,
        stations,
        otherSessions);
  }
}
